package io.storefront.adapters.testkit;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.Optional;

/** One connection through a {@link WireProxy}, carried by two threads. */
final class WireLink {
  private static final int LENGTH = 4;
  private static final int BUFFER = 32 * 1024;
  private static final char READY = 'Z';
  private static final char IDLE = 'I';

  private final Socket client;
  private final Socket server;
  private final WireWeather weather;
  private final CommitPlans plans;

  /** What the server said when it last was ready. */
  private volatile char status = IDLE;

  /** The client hears nothing more; once the server is through, the connection ends. */
  private volatile boolean isDeaf;

  /** The client talks to nobody and is not told. */
  private volatile boolean isHalf;

  WireLink(Socket client, Socket server, WireWeather weather, CommitPlans plans) {
    this.client = client;
    this.server = server;
    this.weather = weather;
    this.plans = plans;
  }

  /** Carries on until either side ends; the caller's thread takes one direction. */
  void run() throws InterruptedException {
    Thread answers = Thread.ofVirtual().start(() -> carry(this::answers));
    carry(this::requests);
    answers.join();
  }

  /** Both sides see a connection reset. */
  void reset() {
    reset(client);
    reset(server);
  }

  /** The server's side is gone; the client hears nothing of it. */
  void halve() {
    isHalf = true;
    close(server);
  }

  private interface Direction {
    void carry() throws IOException, InterruptedException;
  }

  private void carry(Direction direction) {
    try {
      direction.carry();
    } catch (IOException | InterruptedException ended) {
      // As connections do; the other side is told below.
    }
    if (!isHalf && !isDeaf && weather.clears()) {
      close(client);
      close(server);
    }
  }

  private void requests() throws IOException, InterruptedException {
    WireRequests requests =
        new WireRequests(client.getInputStream(), client.getOutputStream(), () -> status != IDLE);
    Optional<WireRequests.Exchange> next = requests.next();
    while (next.isPresent() && request(next.get())) {
      next = requests.next();
    }
  }

  /** Whether the client may go on. */
  private boolean request(WireRequests.Exchange exchange) throws IOException, InterruptedException {
    if (isHalf) {
      return true;
    }
    Optional<CommitFault> fault = exchange.commits().flatMap(plans::next);
    if (fault.isEmpty()) {
      return arrives(exchange.bytes());
    }
    isDeaf = fault.get() != CommitFault.CUT_BEFORE;
    if (isDeaf) {
      server.getOutputStream().write(exchange.bytes());
    } else {
      reset();
    }
    if (fault.get() == CommitFault.CUT_WHILE) {
      reset(client);
    }
    return false;
  }

  private boolean arrives(byte[] bytes) throws IOException, InterruptedException {
    boolean arrives = weather.carry(bytes, server.getOutputStream());
    if (!arrives) {
      reset();
    }
    return arrives;
  }

  private void answers() throws IOException, InterruptedException {
    DataInputStream in =
        new DataInputStream(new BufferedInputStream(server.getInputStream(), BUFFER));
    boolean isOpen = true;
    while (isOpen) {
      isOpen = answer(in);
    }
  }

  /** As many messages as have come already, so that they go on together. */
  private boolean answer(DataInputStream in) throws IOException, InterruptedException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    boolean isReady = false;
    do {
      int type = in.readUnsignedByte();
      int length = in.readInt();
      byte[] content = in.readNBytes(length - LENGTH);
      bytes.write(type);
      bytes.write(ByteBuffer.allocate(LENGTH).putInt(length).array());
      bytes.write(content);
      if (type == READY) {
        status = (char) content[0];
        isReady = true;
      }
    } while (in.available() > LENGTH);
    if (!isDeaf) {
      boolean arrives = weather.carry(bytes.toByteArray(), client.getOutputStream());
      if (!arrives) {
        reset();
      }
      return arrives;
    }
    if (isReady) {
      reset();
    }
    return !isReady;
  }

  private static void reset(Socket socket) {
    try {
      socket.setSoLinger(true, 0);
    } catch (IOException isClosed) {
      return;
    }
    close(socket);
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // There is nothing that could be done about it.
    }
  }
}
