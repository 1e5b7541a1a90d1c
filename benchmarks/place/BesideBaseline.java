package place;

import common.Cleanup;
import common.Service;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The HTTP host in turn with the service of benchmarks/baseline, which makes the same writes for
 * the same request, each on a database of its own in one PostgreSQL. Run it with
 * benchmarks/baseline.sh.
 */
final class BesideBaseline {
  private static final int ROUNDS = 2;

  /** One for both, because memory is compared. */
  private static final String HEAP = "-Xmx256m";

  private BesideBaseline() {}

  /** The folder of the host, the jar of the baseline, the seconds of a round, how many starts. */
  public static void main(String[] args) throws Exception {
    Cleanup cleanup = Cleanup.atTheEnd();
    List<String> host = new ArrayList<>(Service.host(Path.of(args[0]).toAbsolutePath()));
    host.add(host.indexOf("-jar"), HEAP);
    Turns turns = Turns.of(Duration.ofSeconds(Long.parseLong(args[2])), host, cleanup);
    Side ours = new Side("ours", host, turns.cache("ours"));
    Side baseline = new Side("baseline", Turns.baseline(host, args[1]), turns.cache("baseline"));
    turns.openHost(ours);
    turns.openBaseline(baseline);
    compare(turns, ours, baseline, Integer.parseInt(args[3]));
    print(ours, baseline);
    Rows written = Rows.of(turns.postgres, ours.name, ours.placed);
    Rows alike = Rows.of(turns.postgres, baseline.name, baseline.placed);
    System.out.println(written.beside("by ours", alike, "by the baseline"));
  }

  private static void compare(Turns turns, Side ours, Side baseline, int starts) throws Exception {
    List<Side> both = List.of(ours, baseline);
    for (Side side : both) {
      turns.train(side);
    }
    for (int n = 0; n < starts; n++) {
      for (Side side : both) {
        turns.start(side, side.command, side.starts).close();
        turns.start(side, side.cached, side.cachedStarts).close();
      }
    }
    try (Service one = turns.start(ours, ours.cached, ours.cachedStarts);
        Service other = turns.start(baseline, baseline.cached, baseline.cachedStarts)) {
      ours.atRest = one.mebibytes();
      baseline.atRest = other.mebibytes();
      turns.warmUp(ours, one);
      turns.drain(ours);
      turns.warmUp(baseline, other);
      for (int n = 0; n < ROUNDS; n++) {
        turns.round(ours, one);
        turns.drain(ours);
        turns.round(baseline, other);
      }
    }
  }

  private static void print(Side ours, Side baseline) {
    System.out.printf("%n%-34s %10s %10s %8s%n", "", "ours", "baseline", "ratio");
    row("orders/s, mean of the rounds", ours.perSecond(), baseline.perSecond());
    row("ms to the answer, median", ours.millis(0.5), baseline.millis(0.5));
    row("ms to the answer, p99", ours.millis(0.99), baseline.millis(0.99));
    row("us of the service's CPU an order", ours.service(), baseline.service());
    row("us of PostgreSQL's CPU an order", ours.postgres(), baseline.postgres());
    row("ms to the first 200, median", Side.middle(ours.starts), Side.middle(baseline.starts));
    long cached = Side.middle(ours.cachedStarts);
    row("the same with an AOT cache", cached, Side.middle(baseline.cachedStarts));
    row("ours with one, the other without", cached, Side.middle(baseline.starts));
    row("MiB resident at rest", ours.atRest, baseline.atRest);
    row("MiB resident after the load", ours.afterLoad, baseline.afterLoad);
    System.out.printf("other answers: %d and %d%n%n", ours.others(), baseline.others());
  }

  private static void row(String what, double ours, double baseline) {
    System.out.printf(
        Locale.ROOT, "%-34s %10.1f %10.1f %8.2f%n", what, ours, baseline, ours / baseline);
  }
}
