package list;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The HTTP host as it is deployed, and one connection to it. */
final class Host implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Process process;
  private final Socket socket;
  private final InputStream in;

  private Host(Process process, Socket socket) throws IOException {
    this.process = process;
    this.socket = socket;
    this.in = new BufferedInputStream(socket.getInputStream(), 64 * 1024);
  }

  /** Brings the database up to date, as a deployment does. */
  static void migrate(Path target, Shop shop, Path log) throws Exception {
    if (launch(target, shop, log, 0, List.of("migrate")).waitFor() != 0) {
      throw new IllegalStateException(Files.readString(log));
    }
  }

  static Host start(Path target, Shop shop, Path log) throws Exception {
    int port = freePort();
    Process process = launch(target, shop, log, port, List.of());
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      try {
        Host host = new Host(process, new Socket(InetAddress.getLoopbackAddress(), port));
        host.get("/health/ready", "");
        return host;
      } catch (IOException notYet) {
        if (!process.isAlive() || System.nanoTime() > end) {
          throw new IllegalStateException(Files.readString(log), notYet);
        }
        TimeUnit.MILLISECONDS.sleep(50);
      }
    }
  }

  private static Process launch(Path target, Shop shop, Path log, int port, List<String> arguments)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-jar", target.resolve("orders-app-http.jar").toString()));
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command);
    builder
        .environment()
        .putAll(
            Map.of(
                "DATABASE_URL", shop.jdbcUrl(),
                "DATABASE_USER", "postgres",
                "DATABASE_PASSWORD", "postgres",
                "DEMO_DATA", "true",
                "PORT", Integer.toString(port)));
    return builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  /** A page of orders. */
  String page(String query, String key) throws IOException {
    return get("/v1/orders?" + query, key);
  }

  /**
   * The body of the answer.
   *
   * @throws IOException when it is not 200
   */
  private String get(String target, String key) throws IOException {
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
    process.destroy();
    if (!process.waitFor(20, TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
  }
}
