package io.storefront.reliability.balancer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** A target that does as a test says; it is healthy. Thread-safe. */
final class Stub implements AutoCloseable {
  private final ServerSocket door;
  private final Supplier<Optional<Message>> answers;
  private final AtomicInteger asked = new AtomicInteger();

  private Stub(ServerSocket door, Supplier<Optional<Message>> answers) {
    this.door = door;
    this.answers = answers;
  }

  /** Answers with what it is given, and breaks off where that is nothing. */
  static Stub start(Supplier<Optional<Message>> answers) throws IOException {
    Stub stub = new Stub(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), answers);
    Thread.ofVirtual().start(stub::accept);
    return stub;
  }

  /** Answers everything with this status. */
  static Stub saying(int status) throws IOException {
    return start(() -> Optional.of(Message.said(status)));
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + door.getLocalPort());
  }

  /** How many requests have come, but for looks at its health. */
  int asked() {
    return asked.get();
  }

  @Override
  public void close() {
    try {
      door.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void accept() {
    try {
      while (!door.isClosed()) {
        Socket socket = door.accept();
        Thread.ofVirtual().start(() -> serve(socket));
      }
    } catch (IOException closed) {
      // That is its end.
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      Optional<Message> request = Message.read(socket.getInputStream());
      while (request.isPresent()) {
        Optional<Message> answer = answer(request.get());
        if (answer.isEmpty()) {
          return;
        }
        answer.get().write(socket.getOutputStream());
        request = Message.read(socket.getInputStream());
      }
    } catch (IOException gone) {
      // The balancer has closed it.
    }
  }

  private Optional<Message> answer(Message request) {
    if (request.head().startsWith("GET /health")) {
      return Optional.of(Message.said(200));
    }
    asked.incrementAndGet();
    return answers.get();
  }
}
