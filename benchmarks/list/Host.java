package list;

import common.Cleanup;
import common.Service;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The HTTP host as it is deployed, and one connection to it. */
final class Host implements AutoCloseable {
  private final Service service;
  private final Socket socket;
  private final InputStream in;

  private Host(Service service, Socket socket) throws IOException {
    this.service = service;
    this.socket = socket;
    this.in = new BufferedInputStream(socket.getInputStream(), 64 * 1024);
  }

  static Host start(Path target, Shop shop, Path log, Cleanup cleanup) throws Exception {
    Service service = cleanup.add(Service.start(Service.host(target), shop.environment(), log));
    return new Host(
        service, new Socket(service.address().getAddress(), service.address().getPort()));
  }

  /**
   * A page of orders.
   *
   * @throws IOException when the answer is not 200
   */
  String page(String query, String key) throws IOException {
    String target = "/v1/orders?" + query;
    String request =
        "GET %s HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\n\r\n"
            .formatted(target, key);
    socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    String status = line();
    int length = 0;
    for (String header = line(); !header.isEmpty(); header = line()) {
      if (header.regionMatches(true, 0, "Content-Length:", 0, 15)) {
        length = Integer.parseInt(header.substring(15).strip());
      }
    }
    String body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
    if (!status.startsWith("HTTP/1.1 200")) {
      throw new IOException(target + ": " + status + " " + body);
    }
    return body;
  }

  private String line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream(64);
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new IOException("the host has closed the connection");
      }
      line.write(next);
    }
    return line.toString(StandardCharsets.US_ASCII).strip();
  }

  @Override
  public void close() throws Exception {
    socket.close();
    service.close();
  }
}
