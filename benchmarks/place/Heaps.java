package place;

import common.Cleanup;
import common.Service;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;

/**
 * What memory the HTTP host and the service of benchmarks/baseline need: orders a second with less
 * and less heap, in turn, each on a database of its own in one PostgreSQL. Run it with
 * benchmarks/memory.sh.
 */
final class Heaps {
  private static final int ROUNDS = 3;
  private static final String ROW = "%-14s %10s %12s %10s %15s %10s%n";

  /**
   * As the JVM begins with in a small container, and what it collects with there. With so small a
   * heap to begin with the baseline's AOT cache cannot be loaded; so there is none.
   */
  private static final List<String> AS_IN_A_CONTAINER = List.of("-Xms8m", "-XX:+UseSerialGC");

  private final Turns turns;
  private final List<Side> hosts = new ArrayList<>();
  private final List<Side> baselines = new ArrayList<>();

  /** Those that have not ended. */
  private final Map<Side, Service> running = new LinkedHashMap<>();

  private Heaps(Turns turns) {
    this.turns = turns;
  }

  /** The folder of the host, the jar of the baseline, the seconds of a round, heaps in MiB. */
  public static void main(String[] args) throws Exception {
    List<String> host = new ArrayList<>(Service.host(Path.of(args[0]).toAbsolutePath()));
    host.addAll(host.indexOf("-jar"), AS_IN_A_CONTAINER);
    Duration length = Duration.ofSeconds(Long.parseLong(args[2]));
    Heaps heaps = new Heaps(Turns.of(length, host, Cleanup.atTheEnd()));
    for (String heap : List.of(args).subList(3, args.length)) {
      heaps.hosts.add(heaps.side("ours", host, heap));
      heaps.baselines.add(heaps.side("baseline", Turns.baseline(host, args[1]), heap));
    }
    heaps.measure();
    heaps.print();
  }

  private Side side(String kind, List<String> command, String heap) {
    List<String> limited = new ArrayList<>(command);
    limited.add(limited.indexOf("-jar"), "-Xmx" + heap + "m");
    return new Side(kind + "_" + heap, limited, turns.cache(kind));
  }

  private void measure() throws Exception {
    for (Side each : hosts) {
      turns.openHost(each);
    }
    for (Side each : baselines) {
      turns.openBaseline(each);
    }
    for (int n = 0; n < hosts.size(); n++) {
      start(hosts.get(n));
      start(baselines.get(n));
    }
    for (int n = 0; n < ROUNDS; n++) {
      for (Side side : List.copyOf(running.keySet())) {
        take(side, () -> turns.round(side, running.get(side)));
      }
    }
  }

  private void start(Side side) throws Exception {
    Service service;
    try {
      service = turns.start(side, side.command, side.starts);
    } catch (IllegalStateException tooLittle) {
      System.out.println(tooLittle.getMessage());
      return;
    }
    side.atRest = service.mebibytes();
    running.put(side, service);
    take(side, () -> turns.warmUp(side, service));
  }

  private interface Turn {
    void take() throws Exception;
  }

  /**
   * With too little memory it ends, as its flags tell it to. What is left to relay is not left for
   * the turn of another.
   */
  private void take(Side side, Turn turn) throws Exception {
    try {
      turn.take();
    } catch (ExecutionException e) {
      if (running.get(side).goesOn()) {
        throw e;
      }
    }
    if (!running.get(side).goesOn()) {
      running.remove(side);
    } else if (hosts.contains(side)) {
      turns.drain(side);
    }
  }

  private void print() {
    System.out.printf(
        "%n" + ROW,
        "with a heap of",
        "orders/s",
        "part of most",
        "ms, p99",
        "us CPU an order",
        "MiB");
    for (List<Side> kind : List.of(hosts, baselines)) {
      double most = kind.stream().mapToDouble(Side::perSecond).max().orElse(0);
      for (Side side : kind) {
        if (!running.containsKey(side)) {
          System.out.printf("%-14s ended%n", side.name);
        } else {
          row(side, most);
        }
      }
    }
  }

  private static void row(Side side, double most) {
    System.out.printf(
        ROW,
        side.name,
        rounded(0, side.perSecond()),
        rounded(2, side.perSecond() / most),
        rounded(0, side.millis(0.99)),
        rounded(0, side.service()),
        side.atRest + ", " + side.afterLoad);
  }

  private static String rounded(int decimals, double value) {
    return String.format(Locale.ROOT, "%." + decimals + "f", value);
  }
}
