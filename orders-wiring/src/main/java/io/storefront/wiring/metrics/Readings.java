package io.storefront.wiring.metrics;

import io.storefront.app.api.Admission;
import io.storefront.app.port.Vitals;
import io.storefront.app.port.Vitals.Backlog;
import io.storefront.app.port.Vitals.Connections;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Numbers that are read when somebody looks, whoever that is. What waits in the database is absent
 * while it cannot be read. Thread-safe.
 */
final class Readings {
  /** As many as there are ages, and one more. */
  private static final List<String> AGES = List.of("to_10s", "to_1m", "to_5m", "to_15m", "older");

  /** Well within what Prometheus waits for an answer. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private static final Map<String, String> NO_LABELS = Map.of();

  private static final Map<Metric, Function<Backlog, Number>> WAITING =
      Map.of(
          Metric.OVERDUE, Backlog::overdue,
          Metric.HELD, Backlog::held,
          Metric.UNKNOWN, Backlog::unknownAttempts,
          Metric.UNPUBLISHED, Backlog::unpublished,
          Metric.PARKED, Backlog::parked,
          Metric.OLDEST_EVENT, it -> seconds(it.oldestUnpublished()),
          Metric.FEED_LAG, it -> seconds(it.oldestUnfed()),
          Metric.LONGEST_DUE, it -> seconds(it.longestDue()));

  private final Vitals vitals;
  private final Admission admission;
  private final Recent<Backlog> backlog;

  /** A number that may fall as well as rise. */
  record Reading(Metric metric, Map<String, String> labels, Number number) {}

  /** A number that only rises, to be read at any time. */
  record Count(Metric metric, Map<String, String> labels, Supplier<Number> number) {}

  Readings(Vitals vitals, Admission admission) {
    this.vitals = vitals;
    this.admission = admission;
    this.backlog = new Recent<>(vitals::backlog, PATIENCE, System::nanoTime);
  }

  /** What is there now. */
  List<Reading> now() {
    List<Reading> all = new ArrayList<>();
    backlog
        .look()
        .ifPresentOrElse(
            it -> addWaiting(it, all), () -> all.add(new Reading(Metric.READABLE, NO_LABELS, 0)));
    Connections now = vitals.connections();
    all.add(new Reading(Metric.CONNECTIONS, Map.of("state", "active"), now.active()));
    all.add(new Reading(Metric.CONNECTIONS, Map.of("state", "idle"), now.idle()));
    all.add(new Reading(Metric.MOST_CONNECTIONS, NO_LABELS, now.most()));
    all.add(new Reading(Metric.WAITING_CALLERS, NO_LABELS, now.waiting()));
    all.add(new Reading(Metric.WAITING_REQUESTS, NO_LABELS, admission.waiting()));
    return all;
  }

  private static void addWaiting(Backlog backlog, List<Reading> all) {
    all.add(new Reading(Metric.READABLE, NO_LABELS, 1));
    for (int age = 0; age < AGES.size(); age++) {
      all.add(
          new Reading(Metric.PENDING, Map.of("age", AGES.get(age)), backlog.pending().get(age)));
    }
    WAITING.forEach(
        (metric, number) -> all.add(new Reading(metric, NO_LABELS, number.apply(backlog))));
  }

  /** All that there is to be counted; the same whenever it is asked for. */
  List<Count> counts() {
    List<Count> all = new ArrayList<>();
    for (String reason : vitals.retries().keySet()) {
      all.add(
          new Count(
              Metric.RETRIES,
              Map.of("reason", reason),
              () -> vitals.retries().getOrDefault(reason, 0L)));
    }
    all.add(new Count(Metric.LEASES, NO_LABELS, vitals::expiredLeases));
    all.add(new Count(Metric.SHED, NO_LABELS, admission::turnedAway));
    return all;
  }

  private static double seconds(Duration time) {
    return time.toMillis() / 1000.0;
  }
}
