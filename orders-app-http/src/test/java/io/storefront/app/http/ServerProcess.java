package io.storefront.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.storefront.app.testkit.SocketApiClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The program as a process of its own, to be ended in every way there is. */
final class ServerProcess implements AutoCloseable {
  private static final Pattern LISTENING = Pattern.compile("listening on (http://[\\w.:]+)");
  private static final int PATIENCE_SECONDS = 90;

  private final Process process;
  private final List<String> lines = new ArrayList<>();
  private final Thread reader;

  private ServerProcess(Process process) {
    this.process = process;
    this.reader = Thread.ofPlatform().daemon().start(this::read);
  }

  /** Starts the program with these variables. */
  static ServerProcess start(Map<String, String> variables, String... arguments) {
    List<String> command =
        new ArrayList<>(
            List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    Map<String, String> environment = new HashMap<>(variables);
    environment.putIfAbsent("PORT", "0");
    builder.environment().putAll(environment);
    return start(builder);
  }

  /** Starts a command in a directory, with these variables and nothing else around it. */
  static ServerProcess start(List<String> command, Map<String, String> variables, Path directory) {
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true);
    builder.environment().clear();
    builder.environment().putAll(variables);
    return start(builder);
  }

  private static ServerProcess start(ProcessBuilder builder) {
    try {
      return new ServerProcess(builder.start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits until it says where it listens. */
  URI address() {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (System.nanoTime() < end) {
      for (String line : lines()) {
        Matcher listening = LISTENING.matcher(line);
        if (listening.find()) {
          return URI.create(listening.group(1));
        }
      }
      assertThat(process.isAlive()).as("%s", lines()).isTrue();
      pause();
    }
    throw new AssertionError("not listening: " + lines());
  }

  SocketApiClient client() {
    return new SocketApiClient(address());
  }

  /** Everything it has printed so far. */
  synchronized List<String> lines() {
    return List.copyOf(lines);
  }

  /** As the operating system does when memory runs out. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** As an operator does. By its handle, because otherwise its last words would not be heard. */
  void terminate() {
    process.toHandle().destroy();
  }

  /** Waits for its end, and gives its exit code. */
  int exitCode() throws InterruptedException {
    assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).as("%s", lines()).isTrue();
    reader.join();
    return process.exitValue();
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void read() {
    process.inputReader().lines().forEach(this::add);
  }

  private synchronized void add(String line) {
    lines.add(line);
  }

  private static void pause() {
    try {
      Thread.sleep(20);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
