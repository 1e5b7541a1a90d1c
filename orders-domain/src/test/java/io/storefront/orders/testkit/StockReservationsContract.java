package io.storefront.orders.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.storefront.orders.OrderId;
import io.storefront.orders.PortUnavailable;
import io.storefront.orders.Shortage;
import io.storefront.orders.Sku;
import io.storefront.orders.StockClaim;
import io.storefront.orders.port.StockReservations;
import io.storefront.orders.port.StockReservations.ClaimAnswer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** What every stock keeps to, in the words of {@link StockReservations}. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
public interface StockReservationsContract {
  /** The stock under test. */
  StockReservations stock();

  /** Puts units of a SKU that nobody has used yet on the shelf. */
  void receive(Sku sku, int units);

  /** From now on, whatever keeps the stock does not answer. */
  void goAway();

  @Test
  default void a_claim_states_the_orders_whole_claim() {
    Sku sku = stocked(10);
    OrderId order = Fixtures.newOrderId();

    assertThat(claim(order, 1, reserving(sku, 4))).isEqualTo(new StockReservations.Held());
    assertThat(claim(order, 2, reserving(sku, 3))).isEqualTo(new StockReservations.Held());

    assertThat(available(sku)).isEqualTo(7);
    assertThat(claim(order, 3, new StockClaim.Line(sku, 1, 2, 0)))
        .isEqualTo(new StockReservations.Held());
    assertThat(available(sku)).isEqualTo(7);
  }

  @Test
  default void stating_an_older_or_equal_revision_again_changes_nothing() {
    Sku sku = stocked(10);
    OrderId order = Fixtures.newOrderId();
    claim(order, 2, reserving(sku, 4));

    assertThat(claim(order, 2, reserving(sku, 9))).isEqualTo(new StockReservations.Held());
    assertThat(claim(order, 1, reserving(sku, 1))).isEqualTo(new StockReservations.Held());

    assertThat(available(sku)).isEqualTo(6);
  }

  @Test
  default void increases_are_all_or_nothing_and_a_short_claim_tells_every_shortage() {
    Sku one = stocked(1);
    Sku two = stocked(2);
    Sku enough = stocked(9);
    Sku never = Fixtures.newSku("NEVER");
    OrderId order = Fixtures.newOrderId();

    assertThat(
            claim(
                order,
                1,
                reserving(one, 2),
                reserving(two, 5),
                reserving(enough, 3),
                reserving(never, 1)))
        .isInstanceOfSatisfying(
            StockReservations.Short.class,
            no ->
                assertThat(no.shortages())
                    .containsExactlyInAnyOrder(
                        new Shortage(one, 2, 1),
                        new Shortage(two, 5, 2),
                        new Shortage(never, 1, 0)));
    assertThat(List.of(available(one), available(two), available(enough)))
        .containsExactly(1L, 2L, 9L);

    assertThat(claim(order, 1, reserving(one, 1))).isEqualTo(new StockReservations.Held());
    assertThat(available(one)).isZero();
  }

  @Test
  default void decreases_always_succeed() {
    Sku sku = stocked(5);
    Sku other = stocked(5);
    OrderId order = Fixtures.newOrderId();
    claim(order, 1, reserving(sku, 5), reserving(other, 5));

    assertThat(claim(order, 2, reserving(sku, 1))).isEqualTo(new StockReservations.Held());

    assertThat(available(sku)).isEqualTo(4);
    assertThat(available(other)).isEqualTo(5);
  }

  @Test
  default void
      a_claim_without_lines_gives_back_what_was_reserved_and_older_claims_change_nothing_after_it() {
    Sku sku = stocked(5);
    OrderId order = Fixtures.newOrderId();
    claim(order, 1, reserving(sku, 5));

    assertThat(claim(order, 3)).isEqualTo(new StockReservations.Held());
    assertThat(claim(order, 2, reserving(sku, 5))).isEqualTo(new StockReservations.Held());
    assertThat(available(sku)).isEqualTo(5);

    OrderId neverHeld = Fixtures.newOrderId();
    assertThat(claim(neverHeld, 2)).isEqualTo(new StockReservations.Held());
    claim(neverHeld, 1, reserving(sku, 1));
    assertThat(available(sku)).isEqualTo(5);

    OrderId shipped = Fixtures.newOrderId();
    claim(shipped, 1, new StockClaim.Line(sku, 2, 1, 0));
    assertThat(claim(shipped, 2)).isEqualTo(new StockReservations.Held());
    assertThat(available(sku)).isEqualTo(4);
  }

  @Test
  default void of_many_orders_for_the_last_unit_exactly_one_holds_it() {
    for (int round = 0; round < 20; round++) {
      Sku sku = stocked(1);
      List<ClaimAnswer> answers =
          Racing.all(16, racer -> claim(Fixtures.newOrderId(), 1, reserving(sku, 1)));
      assertThat(answers).filteredOn(StockReservations.Held.class::isInstance).hasSize(1);
      assertThat(available(sku)).isZero();
    }
  }

  @Test
  default void what_is_available_is_what_is_neither_reserved_nor_gone_and_unknown_skus_have_none() {
    Sku sku = stocked(5);
    Sku unknown = Fixtures.newSku("UNKNOWN");
    OrderId order = Fixtures.newOrderId();
    claim(order, 1, new StockClaim.Line(sku, 2, 1, 0));

    Map<Sku, Long> available = stock().available(Set.of(sku, unknown));

    assertThat(available).containsEntry(sku, 2L);
    assertThat(available.getOrDefault(unknown, 0L)).isZero();

    claim(order, 2, new StockClaim.Line(sku, 2, 1, 1));
    assertThat(available(sku)).isEqualTo(3);
  }

  @Test
  default void a_missing_answer_is_never_taken_for_a_no() {
    Sku sku = stocked(5);
    goAway();

    assertThatThrownBy(() -> claim(Fixtures.newOrderId(), 1, reserving(sku, 1)))
        .isInstanceOf(PortUnavailable.class);
    assertThatThrownBy(() -> stock().available(Set.of(sku))).isInstanceOf(PortUnavailable.class);
  }

  private ClaimAnswer claim(OrderId order, int revision, StockClaim.Line... lines) {
    return stock()
        .claim(
            new StockClaim(
                order,
                revision,
                Stream.of(lines).sorted((a, b) -> a.sku().compareTo(b.sku())).toList()));
  }

  private long available(Sku sku) {
    return stock().available(Set.of(sku)).getOrDefault(sku, 0L);
  }

  private Sku stocked(int units) {
    Sku sku = Fixtures.newSku("STOCK");
    receive(sku, units);
    return sku;
  }

  private static StockClaim.Line reserving(Sku sku, int units) {
    return new StockClaim.Line(sku, units, 0, 0);
  }
}
