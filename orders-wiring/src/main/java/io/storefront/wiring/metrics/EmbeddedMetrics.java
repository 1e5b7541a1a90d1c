package io.storefront.wiring.metrics;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.storefront.app.api.Admission;
import io.storefront.app.json.JsonWriter;
import io.storefront.app.port.Measurements;
import io.storefront.app.port.Vitals;
import io.storefront.wiring.metrics.Readings.Count;
import io.storefront.wiring.metrics.Readings.Reading;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Counts, and tells CloudWatch by lines in the embedded metric format: whoever hosts this writes
 * them to the log when there is time. Names and labels are those that Prometheus sees; what only
 * rises is told as what has come to it since the last time. Thread-safe.
 */
public final class EmbeddedMetrics implements Measurements {
  /** "Values are an array of at most 100 numbers." */
  static final int MOST_VALUES = 100;

  private final String namespace;
  private final InstantSource clock;
  private Map<Map<String, String>, Map<Metric, List<Number>>> told = new LinkedHashMap<>();
  private final Map<Count, Long> before = new HashMap<>();
  private Optional<Readings> readings = Optional.empty();
  private List<Count> counts = List.of();

  /** With nothing counted yet. */
  public EmbeddedMetrics(String namespace, InstantSource clock) {
    this.namespace = namespace;
    this.clock = clock;
  }

  /** From now on {@link #all} tells of these as well. */
  public synchronized void show(Vitals vitals, Admission admission) {
    Readings all = new Readings(vitals, admission);
    readings = Optional.of(all);
    counts = all.counts();
  }

  @Override
  public void answered(String method, String route, int status, Duration took) {
    tell(Metric.REQUESTS, seconds(took), method, route, Integer.toString(status));
  }

  @Override
  public void stepped(String port, String step, String outcome, Duration took) {
    tell(Metric.STEPS, seconds(took), port, step, outcome);
  }

  @Override
  public void happened(String event, String reason) {
    tell(Metric.ORDERS, 1, event, reason);
  }

  /** What was told since the last time, a JSON object a line; empty when it was nothing. */
  public synchronized List<String> news() {
    return lines(1);
  }

  /** The same, and what is read of storage now, also where it is nothing. */
  public synchronized List<String> all() {
    readings.ifPresent(it -> it.now().forEach(this::add));
    return lines(0);
  }

  private List<String> lines(long leastCount) {
    counts.forEach(count -> addSince(count, leastCount));
    Map<Map<String, String>, Map<Metric, List<Number>>> last = told;
    told = new LinkedHashMap<>();
    List<String> lines = new ArrayList<>();
    last.forEach((labels, values) -> addLines(labels, values, lines));
    return lines;
  }

  private void tell(Metric metric, Number value, String... words) {
    Map<String, String> labels = new LinkedHashMap<>();
    for (int i = 0; i < words.length; i++) {
      labels.put(metric.labels().get(i), words[i]);
    }
    add(metric, labels, value);
  }

  private void addSince(Count count, long least) {
    long now = count.number().get().longValue();
    long since = now - before.getOrDefault(count, 0L);
    if (since >= least) {
      before.put(count, now);
      add(count.metric(), count.labels(), since);
    }
  }

  private void add(Reading reading) {
    add(reading.metric(), reading.labels(), reading.number());
  }

  private synchronized void add(Metric metric, Map<String, String> labels, Number value) {
    told.computeIfAbsent(labels, first -> new LinkedHashMap<>())
        .computeIfAbsent(metric, first -> new ArrayList<>())
        .add(value);
  }

  private void addLines(
      Map<String, String> labels, Map<Metric, List<Number>> values, List<String> lines) {
    int most = values.values().stream().mapToInt(List::size).max().orElse(0);
    for (int from = 0; from < most; from += MOST_VALUES) {
      lines.add(line(labels, values, from));
    }
  }

  private String line(Map<String, String> labels, Map<Metric, List<Number>> values, int from) {
    List<Map<String, String>> metrics = new ArrayList<>();
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("_aws", Map.of());
    document.putAll(labels);
    values.forEach(
        (metric, all) -> {
          if (from < all.size()) {
            String unit = metric.unit() == null ? "Count" : "Seconds";
            metrics.add(Map.of("Name", metric.shown(), "Unit", unit));
            document.put(
                metric.shown(), all.subList(from, Math.min(from + MOST_VALUES, all.size())));
          }
        });
    Map<String, Object> directive =
        Map.of(
            "Namespace",
            namespace,
            "Dimensions",
            List.of(List.copyOf(labels.keySet())),
            "Metrics",
            metrics);
    document.put(
        "_aws", Map.of("Timestamp", clock.millis(), "CloudWatchMetrics", List.of(directive)));
    return new String(JsonWriter.write(document), UTF_8);
  }

  private static double seconds(Duration time) {
    return time.toNanos() / 1e9;
  }
}
