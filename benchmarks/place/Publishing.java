package place;

import common.Cleanup;
import common.Postgres;
import common.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import load.Answers;
import load.Load;

/**
 * How long events take from their order's decision to the bus, which for now is the log, while the
 * HTTP host takes orders at a given rate; each confirmed order has two events. What is measured
 * begins when the order was decided, so that the commit itself is in it. Run it with
 * benchmarks/relay.sh.
 */
final class Publishing {
  private static final String DATABASE = "relay";
  private static final int CONNECTIONS = 32;
  private static final int[] PERCENTILES = {50, 90, 99, 100};
  private static final Pattern TIME = Pattern.compile("\"@timestamp\":\"([^\"]+)\"");
  private static final Pattern ID = Pattern.compile("\"id\":\"ord_([0-9a-f-]+)\\.(\\d+)\"");

  private Publishing() {}

  /** The folder of the host, orders a second, and for how many seconds. */
  public static void main(String[] args) throws Exception {
    Cleanup cleanup = Cleanup.atTheEnd();
    Path work = cleanup.folder("relay-benchmark");
    Postgres postgres = cleanup.add(Postgres.open(work.resolve("data")));
    System.out.println(postgres.settings());
    List<String> host = Service.host(Path.of(args[0]).toAbsolutePath());
    postgres.openShop(host, work);
    postgres.copyTo(DATABASE);
    Path log = work.resolve("log");
    Service service = cleanup.add(Service.start(host, postgres.environment(DATABASE), log));
    Load load = new Load(service.address(), Placing.KEY, 1, Load.PRODUCTS);
    Placing.warmUp(load, DATABASE, CONNECTIONS);
    Placing.drain(postgres, DATABASE);
    postgres.tidy(DATABASE);
    Instant begin = Instant.now();
    Duration length = Duration.ofSeconds(Long.parseLong(args[2]));
    Answers answers = load.run(CONNECTIONS, length, Integer.parseInt(args[1]));
    System.out.printf("%s: %.0f events a second%n", answers, 2 * answers.perSecond());
    Placing.drain(postgres, DATABASE);
    TimeUnit.SECONDS.sleep(1);
    print(decided(postgres, begin), published(log));
    System.exit(0);
  }

  private static Map<String, Instant> decided(Postgres postgres, Instant since) throws Exception {
    Map<String, Instant> times = new HashMap<>();
    try (Connection connection = postgres.connect(DATABASE);
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
    long[] millis =
        decided.entrySet().stream()
            .filter(event -> published.containsKey(event.getKey()))
            .mapToLong(
                event ->
                    Duration.between(event.getValue(), published.get(event.getKey())).toMillis())
            .sorted()
            .toArray();
    System.out.printf(
        "%d events published, %d not%n", millis.length, decided.size() - millis.length);
    for (int p : PERCENTILES) {
      System.out.printf(
          "p%-3d %5d ms%n", p, millis[Math.min(millis.length - 1, millis.length * p / 100)]);
    }
  }
}
