package io.storefront.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.storefront.orders.testkit.OrderBuilder;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LifecycleTest {
  private static final Map<Lifecycle, Set<Lifecycle>> ALLOWED =
      Map.of(
          Lifecycle.PENDING,
          Set.of(Lifecycle.CONFIRMED, Lifecycle.REJECTED, Lifecycle.CANCELLED),
          Lifecycle.CONFIRMED,
          Set.of(Lifecycle.COMPLETED, Lifecycle.CANCELLED));

  @ParameterizedTest
  @EnumSource
  void an_order_goes_along_the_edges_of_the_contract_and_no_others(Lifecycle from) {
    Set<Lifecycle> next = EnumSet.allOf(Lifecycle.class);
    next.removeIf(to -> !from.mayBecome(to));

    assertThat(next).isEqualTo(ALLOWED.getOrDefault(from, Set.of()));
  }

  @ParameterizedTest
  @EnumSource
  void only_completed_rejected_and_cancelled_orders_are_at_their_end(Lifecycle status) {
    assertThat(status.isTerminal()).isEqualTo(!ALLOWED.containsKey(status));
  }

  @ParameterizedTest
  @EnumSource
  void a_forbidden_edge_is_a_bug_of_the_caller(Lifecycle from) {
    Standing standing = standing(from);

    for (Lifecycle to : Lifecycle.values()) {
      if (!from.mayBecome(to)) {
        assertThatThrownBy(() -> standing.become(to, OrderBuilder.NOON, Optional.empty()))
            .isInstanceOf(IllegalStateException.class)
            .hasMessage("an order that is %s cannot become %s", from, to);
      }
    }
  }

  @Test
  void an_allowed_edge_raises_the_sequence_of_events_and_keeps_the_version() {
    Standing next =
        standing(Lifecycle.PENDING)
            .become(Lifecycle.CONFIRMED, OrderBuilder.NOON.plusSeconds(1), Optional.empty());

    assertThat(next.status()).isEqualTo(Lifecycle.CONFIRMED);
    assertThat(next.lastEvent()).isEqualTo(4);
    assertThat(next.version()).isEqualTo(2);
    assertThat(next.updatedAt()).isEqualTo(OrderBuilder.NOON.plusSeconds(1));
  }

  private static Standing standing(Lifecycle status) {
    return new Standing(
        status,
        2,
        3,
        OrderBuilder.NOON,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
