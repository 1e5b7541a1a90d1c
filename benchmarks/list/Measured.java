package list;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What was seen of one case in a shop of one size. */
final class Measured {
  private final Case page;
  private final List<Statements.Statement> statements;
  private final String plan;
  private final List<Long> nanos = new ArrayList<>();
  private double databaseRate;

  Measured(Case page, List<Statements.Statement> statements, String plan) {
    this.page = page;
    this.statements = statements;
    this.plan = plan;
  }

  String name() {
    return page.name();
  }

  String plan() {
    return plan;
  }

  /**
   * One request after the other.
   *
   * @param counts not while the host warms up
   */
  void ask(Host host, long forNanos, boolean counts) throws IOException {
    long end = System.nanoTime() + forNanos;
    for (long sent = System.nanoTime(); sent < end; ) {
      page.ask(host);
      long answered = System.nanoTime();
      if (counts) {
        nanos.add(answered - sent);
      }
      sent = answered;
    }
  }

  void ask(DatabaseAlone database, int seconds) throws Exception {
    databaseRate = database.rate(statements, seconds);
  }

  /** Within how many milliseconds this part of the answers came. */
  double millis(double part) {
    List<Long> sorted = nanos.stream().sorted().toList();
    return sorted.get((int) Math.min(sorted.size() - 1, sorted.size() * part)) / 1e6;
  }

  /** Pages a second through HTTP, as a part of what the database alone gives. */
  double share() {
    double rate = nanos.size() / (nanos.stream().mapToLong(Long::longValue).sum() / 1e9);
    return rate / databaseRate;
  }

  @Override
  public String toString() {
    return "%-34s %6.2f ms, p99 %6.2f ms of %,d; pgbench %,.0f a second, of which %.2f; %s"
        .formatted(
            page.name(), millis(0.5), millis(0.99), nanos.size(), databaseRate, share(), plan);
  }
}
