package io.storefront.adapters.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.storefront.adapters.testkit.PostgresVersion;
import io.storefront.orders.PortUnavailable;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.JdbiException;
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

  @Test
  void a_connection_that_the_pool_has_given_up_meanwhile_is_a_lost_one() {
    AtomicInteger tries = new AtomicInteger();
    try (ConnectionPool pool =
        ConnectionPool.openLazily(Shared.database(PostgresVersion.NEWEST).settings())) {
      Database pooled =
          Database.of(Database.jdbi(pool), incidents, cause -> new PortUnavailable("Test", cause));

      int answer =
          pooled.write(
              (handle, again) -> {
                assertThat(again).isEqualTo(tries.getAndIncrement() > 0);
                if (!again) {
                  assertThatExceptionOfType(JdbiException.class)
                      .isThrownBy(
                          () -> handle.execute("SELECT pg_terminate_backend(pg_backend_pid())"));
                }
                return handle.createQuery("SELECT 42").mapTo(Integer.class).one();
              });

      assertThat(answer).isEqualTo(42);
      assertThat(tries).hasValue(2);
      assertThat(incidents.retries()).containsEntry("connection_lost", 1L);
    }
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
