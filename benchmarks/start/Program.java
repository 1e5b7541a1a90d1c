package start;

import common.Service;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * A program that serves HTTP on the port that PORT says.
 *
 * @param arguments of the JVM, behind its flags
 * @param takesOrders whether a first order is placed with it
 */
record Program(
    String name,
    List<String> arguments,
    Map<String, String> environment,
    boolean takesOrders,
    Path work)
    implements Candidate {
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);
  private static final int END_SECONDS = 120;
  private static final int TRAINING_ORDERS = 20;

  private static final String READY =
      "GET /health/ready HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";

  private static final String ORDER =
      """
      {"customerId":"cus_01890000-0000-7000-8000-000000000001","currency":"EUR",\
      "lines":[{"sku":"TEE-M-BLK","quantity":1}],"payment":{"token":"tok_approve"}}\
      """;

  @Override
  public Times times(Setup setup) throws Exception {
    try (Running running = start(setup.before(), setup.flags(cache(setup)))) {
      return running.times();
    }
  }

  @Override
  public void train(Setup setup) throws Exception {
    try (Running running = start(setup.before(), setup.training(cache(setup)))) {
      running.times();
      for (int n = 1; takesOrders && n < TRAINING_ORDERS; n++) {
        running.order();
      }
    }
    if (!Files.exists(cache(setup))) {
      throw new IllegalStateException(Files.readString(log()));
    }
  }

  /** Starts it; whoever closes it waits for its end. */
  Running start(List<String> before, List<String> flags) throws IOException {
    int port = Service.freePort();
    List<String> command = new ArrayList<>(before);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(flags);
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(environment);
    builder.environment().put("PORT", Integer.toString(port));
    long begin = System.nanoTime();
    return new Running(builder.redirectOutput(log().toFile()).start(), port, begin);
  }

  private Path cache(Setup setup) {
    return work.resolve("%s-%d.aot".formatted(name, setup.cpus()));
  }

  private Path log() {
    return work.resolve(name + ".log");
  }

  /** The process that was started. */
  final class Running implements AutoCloseable {
    private final Process process;
    private final int port;
    private final long begin;

    private Running(Process process, int port, long begin) {
      this.process = process;
      this.port = port;
      this.begin = begin;
      Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    }

    long pid() {
      return process.pid();
    }

    int port() {
      return port;
    }

    /** Waits until it is ready, and places an order where it takes any. */
    Times times() throws Exception {
      while (status(READY) != 200) {
        if (!process.isAlive() || System.nanoTime() - begin > PATIENCE_NANOS) {
          throw new IllegalStateException(Files.readString(log()));
        }
        TimeUnit.MILLISECONDS.sleep(2);
      }
      double first = since(begin);
      if (!takesOrders) {
        return new Times(first, first, 0);
      }
      order();
      double order = since(begin);
      order();
      return new Times(first, order, since(begin) - order);
    }

    void order() {
      String head =
          """
          POST /v1/orders HTTP/1.1
          Host: localhost
          Connection: close
          Authorization: Bearer oms_test_DemoAurora_PublishedWithTheDemoDataOfAurora3Ptj20
          Idempotency-Key: %s
          Content-Type: application/json
          Content-Length: %d

          """
              .formatted(UUID.randomUUID(), ORDER.length());
      int status = status(head.replace("\n", "\r\n") + ORDER);
      if (status != 201) {
        throw new IllegalStateException("an order is answered " + status);
      }
    }

    /** Zero while nobody listens. */
    private int status(String request) {
      try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
        socket.setSoTimeout((int) TimeUnit.SECONDS.toMillis(10));
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        byte[] start = socket.getInputStream().readNBytes("HTTP/1.1 200".length());
        return Integer.parseInt(new String(start, StandardCharsets.US_ASCII).substring(9));
      } catch (IOException notYet) {
        return 0;
      }
    }

    @Override
    public void close() throws InterruptedException {
      process.destroy();
      if (!process.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    }
  }

  private static double since(long begin) {
    return (System.nanoTime() - begin) / 1e6;
  }
}
