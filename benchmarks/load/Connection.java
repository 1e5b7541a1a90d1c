package load;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** One connection that is kept alive, and as much of HTTP/1.1 as answers to it need. */
final class Connection implements AutoCloseable {
  /** Stands for the status of an answer that did not come, or not as HTTP/1.1 wants it. */
  static final int LOST = 0;

  private static final int PATIENCE_MILLIS = 30_000;

  private final Socket socket;
  private final byte[] buffer = new byte[16 * 1024];
  private final byte[] line = new byte[4 * 1024];
  private final InputStream in;
  private int position;
  private int limit;

  Connection(InetSocketAddress server) throws IOException {
    this.socket = new Socket(server.getAddress(), server.getPort());
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(PATIENCE_MILLIS);
    this.in = socket.getInputStream();
  }

  /** The status of the answer, which is read to its end. */
  int send(byte[] request) {
    try {
      socket.getOutputStream().write(request);
      return answer();
    } catch (IOException | RuntimeException e) {
      return LOST;
    }
  }

  private int answer() throws IOException {
    String first = line();
    int length = 0;
    for (String header = line(); !header.isEmpty(); header = line()) {
      length = length(header, length);
    }
    if (length < 0) {
      skipChunks();
    } else {
      skip(length);
    }
    return Integer.parseInt(first.substring(9, 12));
  }

  /** The length of the body; below zero where it comes in chunks. */
  private static int length(String header, int before) {
    if (header.regionMatches(true, 0, "Content-Length:", 0, 15)) {
      return Integer.parseInt(header.substring(15).strip());
    }
    return header.toLowerCase(Locale.ROOT).equals("transfer-encoding: chunked") ? -1 : before;
  }

  private void skipChunks() throws IOException {
    for (int size = chunk(); size > 0; size = chunk()) {
      skip(size);
      line();
    }
    line();
  }

  private int chunk() throws IOException {
    return Integer.parseInt(line().strip(), 16);
  }

  private void skip(int count) throws IOException {
    int left = count;
    while (left > 0) {
      fillIfEmpty();
      int now = Math.min(left, limit - position);
      position += now;
      left -= now;
    }
  }

  private String line() throws IOException {
    int length = 0;
    while (true) {
      fillIfEmpty();
      byte next = buffer[position++];
      if (next == '\n') {
        return new String(line, 0, Math.max(0, length - 1), StandardCharsets.ISO_8859_1);
      }
      line[length++] = next;
    }
  }

  private void fillIfEmpty() throws IOException {
    if (position < limit) {
      return;
    }
    position = 0;
    limit = in.read(buffer);
    if (limit < 0) {
      throw new IOException("the server has closed the connection");
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
