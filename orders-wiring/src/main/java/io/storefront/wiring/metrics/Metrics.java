package io.storefront.wiring.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.storefront.app.port.Measurements;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/** Counts, and shows the counts to Prometheus. Thread-safe. */
public final class Metrics implements Measurements, AutoCloseable {
  private static final Duration[] BUCKETS = {
    Duration.ofMillis(5),
    Duration.ofMillis(10),
    Duration.ofMillis(25),
    Duration.ofMillis(50),
    Duration.ofMillis(100),
    Duration.ofMillis(250),
    Duration.ofMillis(500),
    Duration.ofSeconds(1),
    Duration.ofMillis(2_500),
    Duration.ofSeconds(5),
    Duration.ofSeconds(10)
  };

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final JvmGcMetrics collections = new JvmGcMetrics();
  private final Map<Told, Timer> timers = new ConcurrentHashMap<>();
  private final Map<Told, Counter> counters = new ConcurrentHashMap<>();

  /** The registry itself forgets whom it reads a count from. */
  private final List<Supplier<Number>> counts = new CopyOnWriteArrayList<>();

  private final List<Runnable> beforeLooks = new CopyOnWriteArrayList<>();

  /** What a timer or a counter is found by; the words stand in the order of the metric's labels. */
  private record Told(Metric metric, String first, String second, String third) {}

  /** Nothing is counted yet but the JVM itself. */
  public Metrics() {
    collections.bindTo(registry);
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
  }

  /** Everything, as Prometheus reads it: text of version 0.0.4. One looks after the other. */
  public synchronized String text() {
    beforeLooks.forEach(Runnable::run);
    return registry.scrape();
  }

  @Override
  public void answered(String method, String route, int status, Duration took) {
    timer(Metric.REQUESTS, method, route, Integer.toString(status)).record(took);
  }

  @Override
  public void stepped(String port, String step, String outcome, Duration took) {
    timer(Metric.STEPS, port, step, outcome).record(took);
  }

  @Override
  public void happened(String event, String reason) {
    counters.computeIfAbsent(new Told(Metric.ORDERS, event, reason, ""), this::counter).increment();
  }

  /** Shows a number that only rises and is read whenever somebody looks. */
  void showCount(Metric metric, Tags tags, Supplier<Number> count) {
    counts.add(count);
    FunctionCounter.builder(metric.plain(), count, each -> each.get().doubleValue())
        .description(metric.meaning())
        .tags(tags)
        .register(registry);
  }

  /** Numbers of which each look may show others, or none. */
  MultiGauge rows(Metric metric) {
    return MultiGauge.builder(metric.plain())
        .description(metric.meaning())
        .baseUnit(metric.unit())
        .register(registry);
  }

  /** To be done before somebody sees anything. */
  void beforeEachLook(Runnable task) {
    beforeLooks.add(task);
  }

  @Override
  public void close() {
    collections.close();
    registry.close();
  }

  private Timer timer(Metric metric, String first, String second, String third) {
    return timers.computeIfAbsent(new Told(metric, first, second, third), this::timer);
  }

  private Timer timer(Told told) {
    List<String> labels = told.metric().labels();
    return Timer.builder(told.metric().plain())
        .description(told.metric().meaning())
        .tags(
            labels.get(0), told.first(), labels.get(1), told.second(), labels.get(2), told.third())
        .serviceLevelObjectives(BUCKETS)
        .register(registry);
  }

  private Counter counter(Told told) {
    List<String> labels = told.metric().labels();
    return Counter.builder(told.metric().plain())
        .description(told.metric().meaning())
        .tags(labels.get(0), told.first(), labels.get(1), told.second())
        .register(registry);
  }
}
