import io.storefront.adapters.embedded.EmbeddedDatabase;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes the AOT cache of an image: runs what {@code build/unpack} has taken out of it on a database
 * of its own, lets customers come, ends it, and waits for the cache, which the JVM writes then. The
 * arguments are the java to run, the folder that was unpacked into, and the cache to be made.
 */
final class Train {
  private static final Pattern LISTENING = Pattern.compile("listening on (http://[\\w.:]+)");
  private static final int ROUNDS = 200;
  private static final int END_MINUTES = 5;

  private static final String ORDER =
      """
      {"customerId":"cus_01890000-0000-7000-8000-000000000001","currency":"EUR",\
      "lines":[{"sku":"TEE-M-BLK","quantity":1}],"payment":{"token":"%s"}}\
      """;

  private final HttpClient client = HttpClient.newHttpClient();
  private final URI address;

  private Train(URI address) {
    this.address = address;
  }

  public static void main(String[] arguments) throws Exception {
    Path image = Path.of(arguments[1]);
    Path work = Files.createTempDirectory("training");
    try (EmbeddedDatabase database = EmbeddedDatabase.open(work.resolve("data"), false)) {
      ProcessBuilder builder =
          new ProcessBuilder(
              List.of(
                  arguments[0],
                  "-XX:AOTCacheOutput=" + arguments[2],
                  "@" + image.resolve("arguments")));
      builder.environment().clear();
      Files.readAllLines(image.resolve("variables")).stream()
          .map(variable -> variable.split("=", 2))
          .forEach(variable -> builder.environment().put(variable[0], variable[1]));
      builder
          .environment()
          .putAll(
              Map.of(
                  "DATABASE_URL", database.jdbcUrl(),
                  "DATABASE_USER", database.user(),
                  "DATABASE_PASSWORD", database.password(),
                  "DEMO_DATA", "true",
                  "PORT", "0"));
      run(builder.redirectErrorStream(true), work.resolve("log"));
    } finally {
      try (var files = Files.walk(work)) {
        files.sorted(Collections.reverseOrder()).forEach(file -> file.toFile().delete());
      }
    }
    System.exit(Files.exists(Path.of(arguments[2])) ? 0 : 1);
  }

  private static void run(ProcessBuilder builder, Path log) throws Exception {
    Process process = builder.redirectOutput(log.toFile()).start();
    try {
      new Train(address(process, log)).day();
      process.destroy();
      if (!process.waitFor(END_MINUTES, TimeUnit.MINUTES) || process.exitValue() != 0) {
        throw new IllegalStateException(Files.readString(log));
      }
    } finally {
      process.destroyForcibly();
    }
  }

  private static URI address(Process process, Path log) throws Exception {
    for (int tries = 0; tries < 1200 && process.isAlive(); tries++) {
      Matcher listening = LISTENING.matcher(Files.readString(log));
      if (listening.find()) {
        return URI.create(listening.group(1));
      }
      TimeUnit.MILLISECONDS.sleep(100);
    }
    throw new IllegalStateException(Files.readString(log));
  }

  /** What customers, clerks and load balancers ask for. */
  private void day() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      send("GET", "/health/ready", "");
      String location = send("POST", "/v1/orders", ORDER.formatted("tok_approve"));
      if (location.isEmpty()) {
        throw new IllegalStateException("no order was taken");
      }
      send("GET", location, "");
      send("GET", "/v1/orders?limit=5", "");
      if (round % 10 == 0) {
        send("POST", "/v1/orders", ORDER.formatted("tok_decline"));
        send("POST", location + "/shipments", "{\"carrier\":\"DHL\",\"trackingNumber\":\"1\"}");
        send("GET", location + "/timeline", "");
        send("GET", "/v1/order-events", "");
        send("POST", "/v1/orders", "{\"nothing\":1}");
      }
    }
  }

  /** Where the answer says that something is; empty where it says nothing. */
  private String send(String method, String path, String body) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(address.resolve(path))
            .timeout(Duration.ofSeconds(60))
            .header(
                "Authorization",
                "Bearer oms_test_DemoAurora_PublishedWithTheDemoDataOfAurora3Ptj20")
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .header("Content-Type", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build();
    return client
        .send(request, BodyHandlers.discarding())
        .headers()
        .firstValue("Location")
        .orElse("");
  }
}
