package io.storefront.reliability.balancer;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/** One connection to a target. Used by one thread at a time. */
final class Link implements AutoCloseable {
  private static final int CONNECT_MILLIS = 5_000;

  private final SocketChannel channel;
  private final InputStream answers;

  private Link(SocketChannel channel) throws IOException {
    this.channel = channel;
    this.answers = new BufferedInputStream(channel.socket().getInputStream());
  }

  /** Fails when nobody listens there. */
  static Link to(int port, int patienceMillis) throws IOException {
    SocketChannel channel = SocketChannel.open();
    try {
      channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
      channel.socket().setSoTimeout(patienceMillis);
      InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
      channel.socket().connect(address, CONNECT_MILLIS);
      return new Link(channel);
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  /** Asks once; whoever hears nothing does not know what was done. */
  Message ask(Message request) throws IOException {
    request.write(channel.socket().getOutputStream());
    return Message.read(answers).orElseThrow(() -> new IOException("closed without an answer"));
  }

  /** Whether the target has not closed it, as far as that has come through. */
  boolean isOpen() {
    try {
      channel.configureBlocking(false);
      boolean isSilent = channel.read(ByteBuffer.allocate(1)) == 0;
      channel.configureBlocking(true);
      return isSilent;
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      // It is gone either way.
    }
  }
}
