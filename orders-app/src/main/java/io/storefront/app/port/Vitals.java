package io.storefront.app.port;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** How the storage is doing, for operators. Thread-safe. */
public interface Vitals {
  /** Beyond so many rows of each kind nothing is counted. */
  int MOST = 10_000;

  /**
   * What waits to be done, by one short statement.
   *
   * @throws io.storefront.orders.PortUnavailable when it cannot be read
   */
  Backlog backlog();

  /** What becomes of the connections at this moment. */
  Connections connections();

  /** How often a commit or a look was tried again since the start, by the reason. */
  Map<String, Long> retries();

  /** How many leases ran out since the start before their runner was done. */
  long expiredLeases();

  /**
   * What waits to be done.
   *
   * @param pending orders without an answer, counted in the ages of {@link #AGES}
   * @param overdue orders without an answer, past their deadline
   * @param held orders that wait for a person
   * @param unknownAttempts payments of which the provider has not said what became
   * @param unpublished orders with events that are still to be published
   * @param parked orders whose events are not tried any more
   * @param oldestUnpublished age of the oldest event that is still to be published; zero for none
   * @param oldestUnfed age of the oldest event without a position in the feed; zero for none
   * @param longestDue how long work has been due that nobody has taken up; zero for none
   */
  record Backlog(
      List<Long> pending,
      long overdue,
      long held,
      long unknownAttempts,
      long unpublished,
      long parked,
      Duration oldestUnpublished,
      Duration oldestUnfed,
      Duration longestDue) {
    /** The ends of the ages in which pending orders are counted; the last age has none. */
    public static final List<Duration> AGES =
        List.of(
            Duration.ofSeconds(10),
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15));

    /** Copies the counts. */
    public Backlog {
      pending = List.copyOf(pending);
    }
  }

  /**
   * Connections of this process.
   *
   * @param waiting callers who wait for one
   * @param most how many there may be
   */
  record Connections(int active, int idle, int waiting, int most) {}
}
