package list;

import common.Cleanup;
import common.Pgbench;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Pages of orders through the HTTP host, in a shop that grows, beside what its database makes of
 * the same statements. Run it with benchmarks/list.sh.
 */
final class Lists {
  /** So that a mood of the machine is not that of one case. */
  private static final int ROUNDS = 3;

  private static final long ROUND_NANOS = 1_000_000_000L;
  private static final int DATABASE_SECONDS = 2;

  private final Path target;
  private final Pgbench pgbench;
  private final Path work;
  private final Shop shop;
  private final Cleanup cleanup;

  private Lists(Path target, Pgbench pgbench, Path work, Shop shop, Cleanup cleanup) {
    this.target = target;
    this.pgbench = pgbench;
    this.work = work;
    this.shop = shop;
    this.cleanup = cleanup;
  }

  public static void main(String[] args) throws Exception {
    Pgbench pgbench = Pgbench.find();
    List<Long> sizes = Arrays.stream(args).skip(1).map(Long::valueOf).sorted().toList();
    Shop.requireRoom(Path.of(System.getProperty("java.io.tmpdir")), sizes.getLast());
    Cleanup cleanup = Cleanup.atTheEnd();
    Path work = cleanup.folder("list-benchmark");
    Shop shop = Shop.open(work, cleanup);
    new Lists(Path.of(args[0]).toAbsolutePath(), pgbench, work, shop, cleanup).run(sizes);
    System.exit(0);
  }

  private void run(List<Long> sizes) throws Exception {
    Host.start(target, shop, work.resolve("first.log"), cleanup).close();
    Map<Long, List<Measured>> seen = new TreeMap<>();
    for (long orders : sizes) {
      shop.growTo(orders);
      seen.put(orders, measured(orders));
    }
    print(seen);
  }

  private List<Measured> measured(long orders) throws Exception {
    List<Measured> all = new ArrayList<>();
    try (Host host = Host.start(target, shop, work.resolve("host.log"), cleanup)) {
      System.out.print("walking to deep pages");
      List<Case> cases = Case.all(host, orders);
      System.out.printf("%nlooking at the plans of %d pages", cases.size());
      try (Statements statements = Statements.listen(shop)) {
        for (Case page : cases) {
          List<Statements.Statement> found = statements.of(page, host);
          all.add(new Measured(page, found, Plan.of(found, shop)));
        }
      }
      System.out.printf("%nasking");
      for (int round = 0; round <= ROUNDS; round++) {
        for (Measured each : all) {
          each.ask(host, ROUND_NANOS, round > 0);
        }
        System.out.printf(" %d/%d", round, ROUNDS);
      }
      DatabaseAlone database = new DatabaseAlone(pgbench, work, shop);
      System.out.printf("%npgbench%n");
      for (Measured each : all) {
        each.ask(database, DATABASE_SECONDS);
        System.out.println(each);
      }
    }
    return all;
  }

  /** The first size is what the others are compared with. */
  private static void print(Map<Long, List<Measured>> seen) {
    List<List<Measured>> sizes = List.copyOf(seen.values());
    System.out.printf("%n%-34s", "");
    seen.keySet().forEach(orders -> System.out.printf(" | %,d", orders));
    System.out.println();
    for (int n = 0; n < sizes.getFirst().size(); n++) {
      Measured small = sizes.getFirst().get(n);
      System.out.printf("%-34s", small.name());
      for (List<Measured> size : sizes) {
        Measured each = size.get(n);
        System.out.printf(
            " | %4.2f times the time, %4.2f of pgbench, %6.2f ms, p99 %6.2f ms, %s",
            each.millis(0.5) / small.millis(0.5),
            each.share(),
            each.millis(0.5),
            each.millis(0.99),
            each.plan());
      }
      System.out.println();
    }
  }
}
