package io.storefront.wiring;

import io.storefront.app.api.Admission;
import io.storefront.app.port.Measurements;
import io.storefront.app.port.Vitals;
import io.storefront.wiring.metrics.EmbeddedMetrics;
import io.storefront.wiring.metrics.Gauges;
import io.storefront.wiring.metrics.Metrics;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Who counts: Prometheus' registry, CloudWatch's lines, or nobody. */
record Counting(Optional<Metrics> prometheus, Optional<EmbeddedMetrics> cloudWatch) {

  /**
   * What the configuration asks for.
   *
   * @throws ConfigRefused when this build does not bring it along
   */
  static Counting of(OrdersConfig config, InstantSource clock) {
    try {
      return new Counting(
          config.metricsPort().isPresent() ? Optional.of(new Metrics()) : Optional.empty(),
          config.metricsNamespace().map(namespace -> new EmbeddedMetrics(namespace, clock)));
    } catch (NoClassDefFoundError e) {
      throw new ConfigRefused(
          List.of(Variable.METRICS_PORT + ": this build brings nothing along that counts"));
    }
  }

  Measurements told() {
    return prometheus
        .<Measurements>map(it -> it)
        .or(() -> cloudWatch.map(it -> it))
        .orElse(Measurements.NONE);
  }

  /** From now on what can be read is shown, too. */
  void show(Vitals vitals, Admission admission) {
    prometheus.ifPresent(it -> Gauges.show(it, vitals, admission));
    cloudWatch.ifPresent(it -> it.show(vitals, admission));
  }

  void close() {
    prometheus.ifPresent(it -> it.close());
  }
}
