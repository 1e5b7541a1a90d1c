package io.storefront.adapters.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.storefront.adapters.testkit.PostgresVersion;
import io.storefront.orders.PortUnavailable;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** How often something is tried. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DatabaseTest {
  private final Incidents incidents = new Incidents();
  private final Database database =
      Database.of(
          Database.jdbi(Shared.database(PostgresVersion.NEWEST).dataSource()),
          incidents,
          cause -> new PortUnavailable("Test", cause));

  @Test
  void what_fails_at_once_is_tried_three_times() {
    assertThat(triesOfWhatFailsAfter(Duration.ZERO)).isEqualTo(3);
    assertThat(incidents.retries()).containsEntry("lock_timeout", 2L).containsEntry("deadlock", 0L);
  }

  @Test
  void what_has_taken_its_time_is_not_tried_again() {
    assertThat(triesOfWhatFailsAfter(Duration.ofMillis(2_600))).isEqualTo(1);
  }

  private int triesOfWhatFailsAfter(Duration time) {
    AtomicInteger tries = new AtomicInteger();
    assertThatExceptionOfType(PortUnavailable.class)
        .isThrownBy(
            () ->
                database.write(
                    (handle, again) -> {
                      tries.incrementAndGet();
                      throw lockTimeOut(time);
                    }));
    return tries.get();
  }

  private static RuntimeException lockTimeOut(Duration after) {
    try {
      Thread.sleep(after);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return new IllegalStateException(new SQLException("the row stays locked", "55P03"));
  }
}
