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
  private static final String WIDTHS = "%-7s %-11s %5s %6s %7s %7s %5s %5s %7s %8s %5s %5s";

  static final String HEAD =
      String.format(
              "%7s %11s %5s %6s %15s %5s %22s %5s %5s%n",
              "", "", "", "orders", "milliseconds", "other", "microseconds of CPU", "KiB", "left")
          + String.format(
              WIDTHS,
              "who",
              "orders of",
              "conns",
              "a sec.",
              "median",
              "p99",
              "ans.",
              "load",
              "service",
              "postgres",
              "WAL",
              "over");

  /**
   * An order's share, CPU in microseconds.
   *
   * @param service for pgbench, what relays beside
   */
  record Cost(double load, double service, double postgres, double walKib) {}

  @Override
  public String toString() {
    return String.format(
        WIDTHS,
        who,
        what,
        connections,
        rounded(0, perSecond),
        rounded(2, median),
        rounded(2, p99),
        others,
        rounded(0, cost.load()),
        rounded(0, cost.service()),
        rounded(0, cost.postgres()),
        rounded(1, cost.walKib()),
        left);
  }

  private static String rounded(int decimals, double value) {
    return String.format(Locale.ROOT, "%." + decimals + "f", value);
  }
}
