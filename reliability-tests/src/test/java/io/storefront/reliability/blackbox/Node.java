package io.storefront.reliability.blackbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A server that has many lives. Started and killed by one thread, used by many. */
final class Node implements AutoCloseable {
  private final Program program;
  private final Map<String, String> variables;
  private final Map<Wish, Long> inFlight = new ConcurrentHashMap<>();
  private volatile Optional<Life> life = Optional.empty();
  private volatile Optional<URI> address = Optional.empty();

  Node(Program program, Map<String, String> variables) {
    this.program = program;
    this.variables = variables;
  }

  /** Where it listens; empty while it is dead, when somebody else may have its port. */
  Optional<URI> address() {
    return address;
  }

  /** Returns when it listens; starts it so many times if it ends before that. */
  void start(int tries) {
    try {
      for (int i = 1; address.isEmpty(); i++) {
        Life begun = new Life(program.start(variables));
        life = Optional.of(begun);
        address = begun.address();
        if (address.isEmpty() && i == tries) {
          throw new IllegalStateException("does not start: " + begun.lines());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Returns when it is gone. */
  void kill() throws InterruptedException {
    life.orElseThrow().kill();
    address = Optional.empty();
  }

  void freeze() {
    life.orElseThrow().freeze();
  }

  void thaw() {
    life.orElseThrow().thaw();
  }

  /** Notes that the order is being asked for here. */
  void begin(Wish wish) {
    inFlight.put(wish, System.nanoTime());
  }

  void end(Wish wish) {
    inFlight.remove(wish);
  }

  /** What is being asked for at this moment. */
  Set<Wish> inFlight() {
    return Set.copyOf(inFlight.keySet());
  }

  /** Whether something has been asked for so long that it is past its first commit. */
  boolean isAmidAnOrder() {
    long now = System.nanoTime();
    return inFlight.values().stream().anyMatch(since -> now - since > 100_000_000L);
  }

  @Override
  public void close() {
    try {
      if (life.isPresent()) {
        life.get().kill();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
