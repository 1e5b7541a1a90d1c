package place;

import java.util.Locale;

/**
 * What one measurement came to.
 *
 * @param left orders whose events had still to be relayed at its end
 */
record Measured(
    String who,
    String what,
    int connections,
    double perSecond,
    double median,
    double p99,
    int others,
    Cost cost,
    long left) {
  static final String HEAD =
      """
                                                    milliseconds   other   microseconds of CPU     KiB   left to
      who      orders      connections  orders/s  median     p99 answers  load service PostgreSQL of WAL relay\
      """;

  /**
   * An order's share, CPU in microseconds.
   *
   * @param service for pgbench, what relays beside
   */
  record Cost(double load, double service, double postgres, double walKib) {}

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%-8s %-11s %11d %9.0f %7.2f %7.2f %7d %5.0f %7.0f %10.0f %6.1f %5d",
        who,
        what,
        connections,
        perSecond,
        median,
        p99,
        others,
        cost.load(),
        cost.service(),
        cost.postgres(),
        cost.walKib(),
        left);
  }
}
