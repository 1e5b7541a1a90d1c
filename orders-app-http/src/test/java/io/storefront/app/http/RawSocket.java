package io.storefront.app.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;

/** Sends bytes that no HTTP client would send. */
final class RawSocket implements AutoCloseable {
  private static final int PATIENCE_MILLIS = 15_000;
  private static final int SILENCE_MILLIS = 500;

  private final Socket socket;

  RawSocket(URI server) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), server.getPort());
    socket.setSoTimeout(PATIENCE_MILLIS);
  }

  /** What came back, and whether the server then closed the connection. */
  record Heard(String text, boolean isClosed) {
    int status() {
      return Integer.parseInt(text.split(" ", 3)[1]);
    }
  }

  /** Sends text, byte for byte; a server that hangs up meanwhile is no failure. */
  RawSocket send(String text) throws IOException {
    try {
      socket.getOutputStream().write(text.getBytes(ISO_8859_1));
      socket.getOutputStream().flush();
    } catch (SocketException hungUp) {
      // What it said before is still to be heard.
    }
    return this;
  }

  /** Listens until the server closes, or says nothing more. */
  Heard hear() throws IOException {
    StringBuilder text = new StringBuilder();
    byte[] bytes = new byte[8192];
    InputStream in = socket.getInputStream();
    try {
      int count = in.read(bytes);
      while (count >= 0) {
        text.append(new String(bytes, 0, count, ISO_8859_1));
        socket.setSoTimeout(SILENCE_MILLIS);
        count = in.read(bytes);
      }
      return new Heard(text.toString(), true);
    } catch (SocketTimeoutException silent) {
      return new Heard(text.toString(), false);
    } catch (SocketException reset) {
      return new Heard(text.toString(), true);
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
