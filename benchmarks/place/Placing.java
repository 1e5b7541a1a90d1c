package place;

import common.Cleanup;
import common.Postgres;
import common.Proc;
import common.Service;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import load.Answers;
import load.Load;

/** Orders that services take over HTTP, each service on a database of its own. */
final class Placing {
  /** The demo's key of its storefront aurora, which is published. */
  static final String KEY = "oms_test_DemoAurora_PublishedWithTheDemoDataOfAurora3Ptj20";

  private static final String HOT = "BENCH-0001";
  private static final Duration WARMING = Duration.ofSeconds(5);
  private static final int MOST_WARMING = 24;
  private static final int WARM_AFTER = 2;

  /** Whoever is slower would otherwise be measured with less of it compiled. */
  private static final int WARM_AFTER_ORDERS = 15_000;

  private static final double FASTER = 1.03;
  private static final int DRAIN_SECONDS = 120;

  private final Postgres postgres;
  private final Path work;
  private final Duration length;
  private final Cleanup cleanup;
  private final List<Measured> all;

  Placing(Postgres postgres, Path work, int seconds, Cleanup cleanup, List<Measured> all) {
    this.postgres = postgres;
    this.work = work;
    this.length = Duration.ofSeconds(seconds);
    this.cleanup = cleanup;
    this.all = all;
  }

  /** Orders of three lines of all products. */
  Rows at(String who, List<String> command, int... connections) throws Exception {
    postgres.copyTo(who);
    long placed;
    try (Service service = start(who, command)) {
      Load load = new Load(service.address(), KEY, 3, Load.PRODUCTS);
      placed = warmUp(load, who, connections[connections.length - 1]);
      for (int each : connections) {
        placed += measure(who, "3 lines", service, load, each);
      }
      drain(postgres, who);
      System.out.printf("%s has %d MiB resident%n", who, service.mebibytes());
    }
    return Rows.of(postgres, who, placed);
  }

  /**
   * Orders of one line, of all products and then of one; what became of the stock.
   *
   * @param host which knows how to verify
   */
  String hot(List<String> host, int connections) throws Exception {
    String who = "hot";
    postgres.copyTo(who);
    long untold;
    try (Service service = start(who, host)) {
      Load spread = new Load(service.address(), KEY, 1, Load.PRODUCTS);
      warmUp(spread, who, connections);
      measure(who, "1 line", service, spread, connections);
      Load hot = new Load(service.address(), KEY, 1, 1);
      long before = reserved();
      long placed = measure(who, "1 line, hot", service, hot, connections);
      untold = reserved() - before - placed;
      drain(postgres, who);
    }
    return """
    pieces of the hot SKU sold beside those that clients were told of: %d
    pieces by which stock is not what was put there less what was sold: %d
    verify after it, and after orders of three lines: %s, %s\
    """
        .formatted(untold, misplaced(), verified(host, who), verified(host, "server"));
  }

  private long reserved() throws Exception {
    return postgres.number("hot", "SELECT reserved FROM stock WHERE sku = '" + HOT + "'");
  }

  /** By how many pieces the stock is not what was put there less what was sold, of all products. */
  private long misplaced() throws Exception {
    return postgres.number(
        "hot",
        """
        SELECT coalesce(sum(abs(
          put.quantity - coalesce(sold.pieces, 0) - (s.on_hand - s.reserved))), 0)
        FROM stock s
        JOIN stock_adjustment put ON put.sku = s.sku
        LEFT JOIN (
          SELECT l.sku, sum(l.quantity) AS pieces
          FROM order_line l JOIN orders o ON o.id = l.order_id
          WHERE o.status = 'CONFIRMED' GROUP BY l.sku
        ) sold ON sold.sku = s.sku
        WHERE s.sku LIKE 'BENCH-%'\
        """);
  }

  private String verified(List<String> host, String database) throws Exception {
    List<String> command = new ArrayList<>(host);
    command.add("verify");
    Service.Finished verify = Service.run(command, postgres.environment(database));
    return verify.exitCode() == 0 ? "clean" : "not clean\n" + verify.said();
  }

  private Service start(String name, List<String> command) throws Exception {
    Path log = work.resolve(name + ".log");
    return cleanup.add(Service.start(command, postgres.environment(name), log));
  }

  /**
   * Until it gets no faster and has taken its share of orders, for two minutes at most; how many
   * orders that were.
   */
  static long warmUp(Load load, String who, int connections) throws Exception {
    long placed = 0;
    double best = 0;
    int notFaster = 0;
    for (int n = 0;
        n < MOST_WARMING && (notFaster < WARM_AFTER || placed < WARM_AFTER_ORDERS);
        n++) {
      Answers answers = load.run(connections, WARMING);
      System.out.printf("%s is warming up: %s%n", who, answers);
      placed += answers.placed();
      notFaster = answers.perSecond() < FASTER * best ? notFaster + 1 : 0;
      best = Math.max(best, answers.perSecond());
    }
    return placed;
  }

  private long measure(String who, String what, Service service, Load load, int connections)
      throws Exception {
    drain(postgres, who);
    long self = ProcessHandle.current().pid();
    Meter meter = new Meter(postgres, who, () -> Proc.micros(self), service::micros);
    Answers answers = load.run(connections, length);
    Measured measured =
        new Measured(
            who,
            what,
            connections,
            answers.perSecond(),
            answers.millis(0.5),
            answers.millis(0.99),
            answers.others(),
            meter.of(answers.placed()),
            unrelayed(postgres, who));
    all.add(measured);
    System.out.println(measured);
    return answers.placed();
  }

  static long unrelayed(Postgres postgres, String database) throws Exception {
    return postgres.number(database, "SELECT count(*) FROM outbox_head");
  }

  /** Waits until the events of all orders have been relayed. */
  static void drain(Postgres postgres, String database) throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(DRAIN_SECONDS);
    while (unrelayed(postgres, database) > 0) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("events are not relayed in " + database);
      }
      TimeUnit.MILLISECONDS.sleep(200);
    }
  }
}
