package io.storefront.wiring.metrics;

import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import io.storefront.app.api.Admission;
import io.storefront.app.port.Vitals;
import io.storefront.app.port.Vitals.Backlog;
import io.storefront.app.port.Vitals.Connections;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Numbers that are read when somebody looks. What waits in the database is absent while it cannot
 * be read. Thread-safe.
 */
public final class Gauges {
  /** As many as there are ages, and one more. */
  private static final List<String> AGES = List.of("to_10s", "to_1m", "to_5m", "to_15m", "older");

  /** Well within what Prometheus waits for an answer. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

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

  private final Metrics metrics;
  private final Recent<Backlog> backlog;
  private final Map<Metric, MultiGauge> shown = new EnumMap<>(Metric.class);

  private Gauges(Metrics metrics, Recent<Backlog> backlog) {
    this.metrics = metrics;
    this.backlog = backlog;
  }

  /** Shows all of them from now on. */
  public static void show(Metrics metrics, Vitals vitals, Admission admission) {
    Gauges gauges = new Gauges(metrics, new Recent<>(vitals::backlog, PATIENCE, System::nanoTime));
    gauges.showBacklog();
    gauges.showStorage(vitals);
    metrics.show(Metric.WAITING_REQUESTS, Tags.empty(), admission::waiting);
    metrics.showCount(Metric.SHED, Tags.empty(), admission::turnedAway);
  }

  private void showBacklog() {
    shown.put(Metric.PENDING, metrics.rows(Metric.PENDING));
    shown.put(Metric.READABLE, metrics.rows(Metric.READABLE));
    WAITING.keySet().forEach(metric -> shown.put(metric, metrics.rows(metric)));
    metrics.beforeEachLook(this::refresh);
  }

  private void refresh() {
    Optional<Backlog> now = backlog.look();
    set(Metric.READABLE, List.of(Row.of(Tags.empty(), now.isPresent() ? 1 : 0)));
    set(Metric.PENDING, now.map(Gauges::pending).orElse(List.of()));
    WAITING.forEach(
        (metric, number) ->
            set(
                metric,
                now.map(it -> List.<Row<?>>of(Row.of(Tags.empty(), number.apply(it))))
                    .orElse(List.of())));
  }

  private void set(Metric metric, List<Row<?>> rows) {
    MultiGauge gauge = shown.get(metric);
    if (gauge != null) {
      gauge.register(rows, true);
    }
  }

  private static List<Row<?>> pending(Backlog backlog) {
    return IntStream.range(0, AGES.size())
        .<Row<?>>mapToObj(age -> Row.of(Tags.of("age", AGES.get(age)), backlog.pending().get(age)))
        .toList();
  }

  private void showStorage(Vitals vitals) {
    showConnections(vitals, Tags.of("state", "active"), Metric.CONNECTIONS, Connections::active);
    showConnections(vitals, Tags.of("state", "idle"), Metric.CONNECTIONS, Connections::idle);
    showConnections(vitals, Tags.empty(), Metric.MOST_CONNECTIONS, Connections::most);
    showConnections(vitals, Tags.empty(), Metric.WAITING_CALLERS, Connections::waiting);
    for (String reason : vitals.retries().keySet()) {
      metrics.showCount(
          Metric.RETRIES,
          Tags.of("reason", reason),
          () -> vitals.retries().getOrDefault(reason, 0L));
    }
    metrics.showCount(Metric.LEASES, Tags.empty(), vitals::expiredLeases);
  }

  private void showConnections(
      Vitals vitals, Tags tags, Metric metric, Function<Connections, Number> which) {
    metrics.show(metric, tags, () -> which.apply(vitals.connections()));
  }

  private static double seconds(Duration time) {
    return time.toMillis() / 1000.0;
  }
}
