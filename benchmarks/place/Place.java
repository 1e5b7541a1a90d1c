package place;

import common.Cleanup;
import common.Pgbench;
import common.Postgres;
import common.Service;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How many orders a second the HTTP host takes, beside pgbench that writes the same, on one
 * PostgreSQL; and beside another service, if there is one. Run it with benchmarks/place.sh.
 */
final class Place {
  private static final int[] CONNECTIONS = {1, 8, 32};

  private final Postgres postgres;
  private final Path work;
  private final int seconds;
  private final List<String> host;
  private final Placing placing;
  private final List<Measured> all = new ArrayList<>();

  private Place(Postgres postgres, Path work, int seconds, List<String> host, Cleanup cleanup) {
    this.postgres = postgres;
    this.work = work;
    this.seconds = seconds;
    this.host = host;
    this.placing = new Placing(postgres, work, seconds, cleanup, all);
  }

  /** The folder of the host, the seconds of a measurement, and the command of another service. */
  public static void main(String[] args) throws Exception {
    Pgbench pgbench = Pgbench.find();
    Cleanup cleanup = Cleanup.atTheEnd();
    Path work = cleanup.folder("place-benchmark");
    Postgres postgres = cleanup.add(Postgres.open(work.resolve("data")));
    System.out.println(postgres.settings());
    List<String> host = Service.host(Path.of(args[0]).toAbsolutePath());
    int seconds = Integer.parseInt(args[1]);
    List<String> other = Arrays.asList(args).subList(2, args.length);
    new Place(postgres, work, seconds, host, cleanup).compare(pgbench, other);
  }

  private void compare(Pgbench program, List<String> other) throws Exception {
    postgres.openShop(host, work);
    System.out.println(Measured.HEAD);
    Rows server = placing.at("server", host, CONNECTIONS);
    Least pgbench = new Least(program, postgres, "pgbench", "server", work);
    Rows least = new Beside(postgres, pgbench, seconds, all).at("pgbench", CONNECTIONS);
    Rows others = other.isEmpty() ? server : placing.at("other", other, CONNECTIONS);
    String stock = placing.hot(host, CONNECTIONS[CONNECTIONS.length - 1]);
    System.out.println();
    ratios("server", "pgbench");
    if (!other.isEmpty()) {
      ratios("server", "other");
    }
    System.out.printf(
        "hot SKU / spread: %.2f%n", perSecond("hot", "1 line, hot") / perSecond("hot", "1 line"));
    System.out.println(stock);
    System.out.println();
    System.out.println(Measured.HEAD);
    all.forEach(System.out::println);
    System.out.println();
    System.out.println(server.beside("by the server", least, "by pgbench"));
    if (!other.isEmpty()) {
      System.out.println(server.beside("by the server", others, "by the other service"));
    }
  }

  private void ratios(String who, String beside) {
    for (int connections : CONNECTIONS) {
      System.out.printf(
          "%s / %s at %d: %.2f%n",
          who, beside, connections, perSecond(who, connections) / perSecond(beside, connections));
    }
  }

  private double perSecond(String who, int connections) {
    return all.stream()
        .filter(each -> each.who().equals(who) && each.connections() == connections)
        .mapToDouble(Measured::perSecond)
        .findFirst()
        .orElseThrow();
  }

  private double perSecond(String who, String what) {
    return all.stream()
        .filter(each -> each.who().equals(who) && each.what().equals(what))
        .mapToDouble(Measured::perSecond)
        .findFirst()
        .orElseThrow();
  }
}
