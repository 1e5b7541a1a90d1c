package io.storefront.wiring.metrics;

import static java.util.stream.Collectors.groupingBy;

import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.storefront.app.api.Admission;
import io.storefront.app.port.Vitals;
import io.storefront.wiring.metrics.Readings.Reading;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Shows Prometheus the numbers that are read when somebody looks. Thread-safe. */
public final class Gauges {
  private static final Set<Metric> TOLD =
      Set.of(
          Metric.REQUESTS, Metric.STEPS, Metric.ORDERS, Metric.RETRIES, Metric.LEASES, Metric.SHED);

  private final Readings readings;
  private final Map<Metric, MultiGauge> shown = new EnumMap<>(Metric.class);

  private Gauges(Readings readings) {
    this.readings = readings;
  }

  /** Shows all of them from now on. */
  public static void show(Metrics metrics, Vitals vitals, Admission admission) {
    Gauges gauges = new Gauges(new Readings(vitals, admission));
    EnumSet.complementOf(EnumSet.copyOf(TOLD))
        .forEach(metric -> gauges.shown.put(metric, metrics.rows(metric)));
    metrics.beforeEachLook(gauges::refresh);
    gauges
        .readings
        .counts()
        .forEach(count -> metrics.showCount(count.metric(), tags(count.labels()), count.number()));
  }

  private void refresh() {
    Map<Metric, List<Reading>> now = readings.now().stream().collect(groupingBy(Reading::metric));
    shown.forEach(
        (metric, gauge) ->
            gauge.register(
                now.getOrDefault(metric, List.of()).stream()
                    .<Row<?>>map(each -> Row.of(tags(each.labels()), each.number()))
                    .toList(),
                true));
  }

  private static Tags tags(Map<String, String> labels) {
    return Tags.of(
        labels.entrySet().stream().map(label -> Tag.of(label.getKey(), label.getValue())).toList());
  }
}
