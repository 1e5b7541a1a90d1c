package io.storefront.reliability.blackbox;

import io.storefront.app.testkit.ApiAnswer;
import io.storefront.app.testkit.ApiCall;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** A server that has many lives. Started and killed by one thread, used by many. */
final class Node implements Door, AutoCloseable {
  private final Program program;
  private final Map<String, String> variables;
  private final Http http;
  private final AtWork atWork = new AtWork();
  private volatile Optional<Life> life = Optional.empty();
  private volatile Optional<URI> address = Optional.empty();

  Node(Program program, Map<String, String> variables, Http http) {
    this.program = program;
    this.variables = variables;
    this.http = http;
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

  @Override
  public Optional<ApiAnswer> send(ApiCall call) {
    return address.flatMap(there -> http.send(there, call));
  }

  @Override
  public AtWork atWork() {
    return atWork;
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
