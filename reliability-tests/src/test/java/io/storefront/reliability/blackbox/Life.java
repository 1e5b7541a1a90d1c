package io.storefront.reliability.blackbox;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One process, from its start to its end. */
final class Life {
  private static final String LISTENING = "listening on http://localhost:";
  private static final int LINES_KEPT = 40;
  private static final int PATIENCE_SECONDS = 90;

  private final Process process;
  private final CompletableFuture<Optional<URI>> address = new CompletableFuture<>();
  private final Deque<String> lines = new ArrayDeque<>();
  private final Thread reader;

  Life(Process process) {
    this.process = process;
    // Not a virtual thread: waiting for output would hold on to what carries it.
    this.reader = Thread.ofPlatform().daemon().start(this::read);
  }

  /** Waits until it says where it listens; empty when it has ended before that. */
  Optional<URI> address() throws InterruptedException {
    try {
      return address.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("does not listen: " + lines(), e);
    }
  }

  /** As the operating system does when memory runs out. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** Does nothing any more until it is thawed. */
  void freeze() {
    Signals.freeze(process.pid());
  }

  void thaw() {
    Signals.thaw(process.pid());
  }

  /** Asks it to end. By its handle, because otherwise its last words would not be heard. */
  void terminate() {
    process.toHandle().destroy();
  }

  /** Asks it to end, and waits for that; its exit code. */
  int end() throws InterruptedException {
    terminate();
    return exitCode();
  }

  /** Waits for its end. */
  int exitCode() throws InterruptedException {
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      kill();
      throw new IllegalStateException("does not end: " + lines());
    }
    reader.join();
    return process.exitValue();
  }

  /** What it printed last. */
  synchronized List<String> lines() {
    return List.copyOf(lines);
  }

  private void read() {
    try (var output = process.inputReader()) {
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        keep(line);
        if (line.startsWith(LISTENING)) {
          String port = line.substring(LISTENING.length());
          address.complete(Optional.of(URI.create("http://127.0.0.1:" + port)));
        }
      }
    } catch (IOException killed) {
      keep("(killed)");
    }
    address.complete(Optional.empty());
  }

  private synchronized void keep(String line) {
    lines.add(line);
    if (lines.size() > LINES_KEPT) {
      lines.remove();
    }
  }
}
