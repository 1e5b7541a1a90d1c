package io.storefront.orders.port;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** The shape of ids as RFC 9562 has it. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class OrderIdsTest {
  private Instant now = Instant.parse("2026-11-25T12:00:00.123Z");
  private final InstantSource clock = () -> now;
  private final OrderIds ids = OrderIds.uuidV7(clock, new SplittableRandom(7));

  @Test
  void an_id_has_version_7_and_the_variant_of_the_rfc() {
    for (int i = 0; i < 1_000; i++) {
      UUID uuid = ids.nextChange().value();
      assertThat(uuid.version()).isEqualTo(7);
      assertThat(uuid.variant()).isEqualTo(2);
    }
  }

  @Test
  void an_id_begins_with_its_time() {
    UUID uuid = ids.nextChange().value();

    assertThat(uuid.getMostSignificantBits() >>> 16).isEqualTo(now.toEpochMilli());
  }

  @Test
  void later_orders_have_higher_ids() {
    List<String> made = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      made.add(ids.nextOrder().value());
      now = now.plus(Duration.ofMillis(1));
    }

    assertThat(made).isSorted();
  }
}
