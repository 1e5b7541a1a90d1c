package place;

import common.Pgbench;
import common.Postgres;
import common.Proc;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** {@code pgbench} that writes what the server writes, in the fewest round trips. */
final class Least {
  private static final Path SCRIPTS = Path.of("benchmarks", "place");
  private static final int LATENCY_COLUMN = 2;

  /** Texts of a stored order, so that those of pgbench's orders are as long. */
  private static final String ORDER =
      """
      SELECT convert_from(i.body, 'UTF8') AS body, i.headers, c.customer_address AS address,
             placed.payload AS placed, placed.actor, confirmed.payload AS confirmed,
             replace(a.provider_key, 'ord_' || o.id, '') AS authorize
      FROM orders o
      JOIN order_contact c ON c.order_id = o.id
      JOIN idempotency i ON i.order_id = o.id
      JOIN payment_attempt a ON a.order_id = o.id
      JOIN order_journal placed ON placed.order_id = o.id AND placed.event_seq = 1
      JOIN order_journal confirmed ON confirmed.order_id = o.id AND confirmed.event_seq = 2
      LIMIT 1
      """;

  private final Pgbench program;
  private final Postgres postgres;
  private final String database;
  private final Path work;
  private final Map<String, String> texts;

  /**
   * On a database.
   *
   * @param orders another database, which has orders
   */
  Least(Pgbench program, Postgres postgres, String database, String orders, Path work)
      throws SQLException {
    this.program = program;
    this.postgres = postgres;
    this.database = database;
    this.work = work;
    this.texts = postgres.row(orders, ORDER);
  }

  /**
   * What came of a run.
   *
   * @param micros how long each transaction of the script took, sorted
   */
  record Run(double perSecond, long[] micros) {}

  /** Places orders for a while. */
  Run place(int connections, int seconds) throws Exception {
    Path log = Files.createTempDirectory(work, "pgbench");
    List<String> command = command("place.sql", connections, seconds);
    command.addAll(List.of("-l", "--log-prefix=" + log.resolve("log")));
    texts.forEach((name, text) -> command.addAll(List.of("-D", name + "=" + text)));
    command.add(database);
    double perSecond = Pgbench.perSecond(command, environment());
    return new Run(perSecond, micros(log));
  }

  private static long[] micros(Path log) throws IOException {
    List<long[]> parts = new ArrayList<>();
    try (Stream<Path> files = Files.list(log)) {
      for (Path file : files.toList()) {
        try (Stream<String> lines = Files.lines(file)) {
          parts.add(
              lines.mapToLong(line -> Long.parseLong(line.split(" ")[LATENCY_COLUMN])).toArray());
        }
      }
    }
    return parts.stream().flatMapToLong(Arrays::stream).sorted().toArray();
  }

  /** Relays events beside, until it is closed. */
  Relay relay() throws IOException {
    List<String> command = command("relay.sql", 1, (int) TimeUnit.HOURS.toSeconds(1));
    command.add(database);
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(environment());
    return new Relay(builder.redirectOutput(work.resolve("relay.log").toFile()).start());
  }

  /** A process that relays. */
  record Relay(Process process) implements AutoCloseable {
    long micros() {
      return Proc.micros(process.pid());
    }

    @Override
    public void close() throws InterruptedException {
      process.destroy();
      process.waitFor();
    }
  }

  private List<String> command(String script, int connections, int seconds) {
    List<String> command = program.command(postgres.port(), postgres.user());
    command.addAll(
        List.of(
            "--client=" + connections,
            "--jobs=" + Math.min(connections, 2),
            "--time=" + seconds,
            "--file=" + SCRIPTS.resolve(script)));
    return command;
  }

  private Map<String, String> environment() {
    return Map.of("PGPASSWORD", postgres.user());
  }
}
