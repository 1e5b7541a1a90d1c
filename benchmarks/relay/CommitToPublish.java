import io.storefront.adapters.embedded.EmbeddedDatabase;
import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long events take from their order's decision to the bus, which for now is the log, while the
 * HTTP host takes orders at a given rate; each confirmed order has two events. What is measured
 * begins when the order was decided, so that the commit itself is in it. Run it with
 * benchmarks/relay.sh.
 */
final class CommitToPublish {
  private static final String OPERATOR =
      "oms_test_DemoOperat_PublishedWithDemoDataForOperator1V21Iy";
  private static final String AURORA = "oms_test_DemoAurora_PublishedWithTheDemoDataOfAurora3Ptj20";
  private static final List<String> SKUS = List.of("TEE-M-BLK", "MUG-WHT", "CAP-NVY");
  private static final Pattern TIME = Pattern.compile("\"@timestamp\":\"([^\"]+)\"");
  private static final Pattern ID = Pattern.compile("\"id\":\"ord_([0-9a-f-]+)\\.(\\d+)\"");
  private static final Duration WARM_UP = Duration.ofSeconds(15);
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int[] PERCENTILES = {50, 90, 99, 100};

  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
  private final AtomicInteger taken = new AtomicInteger();
  private final AtomicInteger refused = new AtomicInteger();
  private final String address;

  private CommitToPublish(String address) {
    this.address = address;
  }

  public static void main(String[] args) throws Exception {
    Path host = Path.of(args[0]).toAbsolutePath();
    int rate = Integer.parseInt(args[1]);
    Duration length = Duration.ofSeconds(Long.parseLong(args[2]));
    Path work = Files.createTempDirectory("relay-benchmark");
    try (EmbeddedDatabase database = EmbeddedDatabase.open(work.resolve("data"), false)) {
      measure(host, work.resolve("log"), database, rate, length);
    } finally {
      try (var files = Files.walk(work)) {
        files.sorted(Collections.reverseOrder()).map(Path::toFile).forEach(File::delete);
      }
    }
  }

  private static void measure(
      Path host, Path log, EmbeddedDatabase database, int rate, Duration length) throws Exception {
    int port = freePort();
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-jar",
            host.resolve("orders-app-http.jar").toString());
    builder.redirectErrorStream(true).redirectOutput(log.toFile());
    builder
        .environment()
        .putAll(
            Map.of(
                "DATABASE_URL", database.jdbcUrl(),
                "DATABASE_USER", database.user(),
                "DATABASE_PASSWORD", database.password(),
                "DEMO_DATA", "true",
                "LOG_FORMAT", "json",
                "PORT", Integer.toString(port)));
    Process process = builder.start();
    try {
      CommitToPublish load = new CommitToPublish("http://127.0.0.1:" + port);
      load.untilReady(process, log);
      load.stockUp();
      System.out.printf("warming up, %d s%n", WARM_UP.toSeconds());
      load.drive(rate, WARM_UP);
      Instant begin = Instant.now();
      load.taken.set(0);
      load.refused.set(0);
      load.drive(rate, length);
      double seconds = Duration.between(begin, Instant.now()).toMillis() / 1e3;
      System.out.printf(
          "%d orders in %.1f s, %.0f events a second; %d not taken%n",
          load.taken.get(), seconds, 2 * load.taken.get() / seconds, load.refused.get());
      TimeUnit.SECONDS.sleep(5);
      print(decided(database, begin), published(log));
    } finally {
      process.destroy();
      if (!process.waitFor(30, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    }
  }

  private void untilReady(Process process, Path log) throws Exception {
    HttpRequest ready = HttpRequest.newBuilder(URI.create(address + "/health/ready")).build();
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      try {
        if (client.send(ready, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
          return;
        }
      } catch (IOException notYet) {
        // It is still starting.
      }
      if (!process.isAlive() || System.nanoTime() > end) {
        throw new IllegalStateException(Files.readString(log));
      }
      TimeUnit.MILLISECONDS.sleep(50);
    }
  }

  private void stockUp() throws Exception {
    for (String sku : SKUS) {
      String body =
          "{\"name\":\"Bench\",\"unitPrices\":[{\"amount\":\"9.90\",\"currency\":\"EUR\"}]}";
      send(request("/v1/products/" + sku + "-B", OPERATOR).method("PUT", json(body)).build());
      send(
          request("/v1/products/" + sku + "-B/stock-adjustments", OPERATOR)
              .header("Idempotency-Key", UUID.randomUUID().toString())
              .method("POST", json("{\"quantity\":1000000,\"reason\":\"RECEIVED\"}"))
              .build());
    }
  }

  private void send(HttpRequest request) throws Exception {
    HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != 201) {
      throw new IllegalStateException(answer.body());
    }
  }

  /** Orders leave at their time, whether or not those before them have been answered. */
  private void drive(int rate, Duration length) {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      long begin = System.nanoTime();
      long count = rate * length.toSeconds();
      for (long n = 0; n < count; n++) {
        long at = begin + n * 1_000_000_000L / rate;
        for (long left = at - System.nanoTime(); left > 0; left = at - System.nanoTime()) {
          LockSupport.parkNanos(left);
        }
        String sku = SKUS.get((int) (n % SKUS.size())) + "-B";
        threads.execute(() -> place(sku));
      }
    }
  }

  private void place(String sku) {
    String body =
        """
        {"customerId":"cus_01890000-0000-7000-8000-000000000001","currency":"EUR",
         "lines":[{"sku":"%s","quantity":1}],"payment":{"token":"tok_approve"}}\
        """
            .formatted(sku);
    HttpRequest order =
        request("/v1/orders", AURORA)
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .method("POST", json(body))
            .build();
    try {
      int status = client.send(order, HttpResponse.BodyHandlers.discarding()).statusCode();
      (status == 201 ? taken : refused).incrementAndGet();
    } catch (IOException e) {
      refused.incrementAndGet();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private HttpRequest.Builder request(String path, String key) {
    return HttpRequest.newBuilder(URI.create(address + path))
        .timeout(Duration.ofSeconds(30))
        .header("Authorization", "Bearer " + key)
        .header("Content-Type", "application/json");
  }

  private static HttpRequest.BodyPublisher json(String body) {
    return HttpRequest.BodyPublishers.ofString(body);
  }

  private static Map<String, Instant> decided(EmbeddedDatabase database, Instant since)
      throws Exception {
    Map<String, Instant> times = new HashMap<>();
    try (Connection connection =
            DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery("SELECT order_id, event_seq, at FROM order_journal")) {
      while (row.next()) {
        Instant at = row.getObject("at", OffsetDateTime.class).toInstant();
        if (!at.isBefore(since)) {
          times.put(row.getString("order_id") + "." + row.getInt("event_seq"), at);
        }
      }
    }
    return times;
  }

  private static Map<String, Instant> published(Path log) throws IOException {
    Map<String, Instant> times = new HashMap<>();
    for (String line : Files.readAllLines(log)) {
      Matcher time = TIME.matcher(line);
      Matcher id = ID.matcher(line);
      if (line.contains("\"message\":\"event\"") && time.find() && id.find()) {
        times.putIfAbsent(
            id.group(1) + "." + id.group(2), OffsetDateTime.parse(time.group(1)).toInstant());
      }
    }
    return times;
  }

  private static void print(Map<String, Instant> decided, Map<String, Instant> published) {
    List<Long> millis = new ArrayList<>();
    int missing = 0;
    for (Map.Entry<String, Instant> event : decided.entrySet()) {
      Instant out = published.get(event.getKey());
      if (out == null) {
        missing++;
      } else {
        millis.add(Duration.between(event.getValue(), out).toMillis());
      }
    }
    long[] sorted = millis.stream().mapToLong(Long::longValue).sorted().toArray();
    System.out.printf("%d events published, %d not%n", sorted.length, missing);
    Arrays.stream(PERCENTILES)
        .forEach(
            p ->
                System.out.printf(
                    "p%-3d %5d ms%n",
                    p, sorted[Math.min(sorted.length - 1, sorted.length * p / 100)]));
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
