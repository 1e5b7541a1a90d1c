package io.storefront.wiring.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Tags;
import io.storefront.app.api.Admission;
import io.storefront.app.port.Vitals;
import io.storefront.orders.PortUnavailable;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class GaugesTest {
  private final Fake storage = new Fake();
  private final Metrics metrics = new Metrics();

  @Test
  void many_looks_are_one_reading() {
    Gauges.show(metrics, storage, Admission.unlimited());
    for (int i = 0; i < 5; i++) {
      assertThat(metrics.text())
          .contains(
              "\noms_orders_on_hold 3.0\n",
              "\noms_orders_pending{age=\"to_1m\"} 1.0\n",
              "\noms_feed_lag_seconds 2.5\n",
              "\noms_leases_expired_total 7.0\n",
              "\noms_backlog_readable 1.0\n");
    }
    assertThat(storage.readings).hasValue(1);
  }

  @Test
  void what_cannot_be_read_is_absent_and_said_to_be() {
    storage.reading =
        () -> {
          throw new PortUnavailable("Vitals", new IllegalStateException());
        };
    Gauges.show(metrics, storage, Admission.unlimited());
    assertThat(metrics.text())
        .contains("\noms_backlog_readable 0.0\n", "\noms_pool_connections{state=\"idle\"} 2.0\n")
        .doesNotContain("oms_orders_on_hold", "oms_orders_pending", "oms_feed_lag", "NaN");
  }

  @Test
  void a_reading_that_hangs_holds_nobody_up_and_is_not_joined_by_another() {
    AtomicLong time = new AtomicLong();
    CountDownLatch hanging = new CountDownLatch(1);
    Recent<String> recent =
        new Recent<>(
            () -> {
              storage.readings.incrementAndGet();
              await(hanging);
              return "read";
            },
            Duration.ofMillis(50),
            time::get);
    assertThat(recent.look()).isEmpty();
    time.addAndGet(Duration.ofMinutes(1).toNanos());
    assertThat(recent.look()).isEmpty();
    assertThat(storage.readings).hasValue(1);
    hanging.countDown();
    time.set(0);
    assertThat(soon(recent)).hasValue("read");
    time.addAndGet(Duration.ofSeconds(6).toNanos());
    assertThat(soon(recent)).hasValue("read");
    assertThat(storage.readings).hasValue(2);
  }

  @Test
  void counts_are_still_read_when_nobody_else_remembers_them() {
    AtomicLong count = new AtomicLong();
    long[] box = {0};
    metrics.showCount(Metric.SHED, Tags.empty(), () -> box[0] + count.get());
    System.gc();
    count.set(5);
    assertThat(metrics.text()).contains("\noms_requests_shed_total 5.0\n");
  }

  private static Optional<String> soon(Recent<String> recent) {
    return Stream.generate(recent::look).limit(400).flatMap(Optional::stream).findFirst();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static final class Fake implements Vitals {
    private final AtomicInteger readings = new AtomicInteger();
    private Supplier<Backlog> reading =
        () ->
            new Backlog(
                List.of(0L, 1L, 0L, 0L, 0L),
                0,
                3,
                0,
                0,
                0,
                Duration.ZERO,
                Duration.ofMillis(2500),
                Duration.ZERO);

    @Override
    public Backlog backlog() {
      readings.incrementAndGet();
      return reading.get();
    }

    @Override
    public Connections connections() {
      return new Connections(1, 2, 0, 10);
    }

    @Override
    public Map<String, Long> retries() {
      return Map.of("deadlock", 0L);
    }

    @Override
    public long expiredLeases() {
      return 7;
    }
  }
}
