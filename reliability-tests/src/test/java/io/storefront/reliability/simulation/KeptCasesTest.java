package io.storefront.reliability.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.storefront.orders.CapturePolicy;
import io.storefront.reliability.baton.Baton.Picking;
import io.storefront.reliability.deed.Deed;
import io.storefront.reliability.simulation.Fault.Kind;
import io.storefront.reliability.simulation.Goods.Item;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Cases that once broke a promise, shrunk to what they need. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class KeptCasesTest {
  /** The storage in memory took the reference's new owner for a reason to refuse the old one. */
  @Test
  void an_order_that_is_rejected_gives_its_stock_back_after_another_took_its_reference() {
    Case plot =
        Scenario.CONFIRMED
            .with(Wiring.REMOTE)
            .wishing(
                List.of(
                    Wish.of("client-1", Pay.APPROVE, new Item(Goods.TEA, 4)).referenced("ref"),
                    Wish.of("client-2", Pay.APPROVE, new Item(Goods.TEA, 1))
                        .referenced("ref")
                        .at(1, Duration.ofSeconds(1))))
            .and(new Fault("client-1", 7, Kind.FAIL_NOT_DONE));

    assertThat(Simulation.run(plot).violations()).isEmpty();
  }

  /** Whoever placed it made an answer of its own, of an order that had gone further by then. */
  @Test
  void an_order_that_others_confirmed_and_cancelled_meanwhile_is_answered_as_it_was_stored() {
    Case plot =
        Scenario.CONFIRMED
            .with(Wiring.CARRIED)
            .doing(List.of(Task.afterwards(Deed.CANCEL).in(Duration.ofSeconds(13))))
            .and(new Fault("client-1", 5, Kind.DELAY_AFTER, Duration.ofSeconds(15)));

    assertThat(Simulation.run(plot).violations()).isEmpty();
  }

  /** A pause of a minute, a last call that was lost and the look for due work made 63 seconds. */
  @Test
  void an_order_whose_provider_was_away_for_minutes_is_at_its_end_a_minute_after_it_is_back() {
    Weather[] calls = new Weather[10];
    Arrays.fill(calls, Weather.REQUEST_LOST);
    calls[0] = Weather.BROKEN;
    Item cup = new Item(Goods.CUP, 1);
    Item tea = new Item(Goods.TEA, 3);
    Case plot =
        new Case(
            36_835,
            Wiring.REMOTE,
            Picking.STICKY,
            Map.of(Goods.TEA, 2, Goods.CUP, 5, Goods.LEAFLET, 4),
            List.of(
                Wish.of("client-1", Pay.APPROVE, cup, new Item(Goods.CUP, 3), tea)
                    .by("client-2")
                    .keyed("key-client-2"),
                Wish.of("client-3", Pay.APPROVE, new Item(Goods.CUP, 2), new Item(Goods.TEA, 2))
                    .in(calls)
                    .at(0, Duration.ofMillis(593))),
            List.of(),
            List.of(),
            Duration.ofMinutes(15),
            Duration.ofSeconds(201),
            List.of(Duration.ZERO, Duration.ZERO),
            CapturePolicy.ON_EACH_SHIPMENT,
            Optional.empty());

    assertThat(Simulation.run(plot).violations()).isEmpty();
  }

  /** What the provider declines waits for a person; the stock waited an hour with it. */
  @Test
  void stock_that_was_away_hears_what_was_shipped_though_a_person_is_needed_for_the_money() {
    Case plot =
        Scenario.SHIPPED_UNPAID
            .with(Wiring.REMOTE)
            .doing(List.of(Task.afterwards(Deed.SHIP)))
            .and(new Fault("runner-A", 2, Kind.FAIL_NOT_DONE));

    assertThat(Simulation.run(plot).violations()).isEmpty();
  }

  /** On hold for another reason than that, it was tried again and again without a pause. */
  @Test
  void money_that_cannot_be_given_back_is_not_tried_again_while_somebody_holds_the_order() {
    Case plot =
        Scenario.CONFIRMED
            .with(Wiring.CARRIED)
            .capturing(CapturePolicy.ON_CONFIRMATION)
            .wishing(List.of(Wish.of("client-1", Pay.NEVER_REFUNDS, new Item(Goods.TEA, 2))))
            .doing(List.of(Task.afterwards(Deed.HOLD, Deed.CANCEL_ONE)));

    assertThat(Simulation.run(plot).violations()).isEmpty();
  }

  /**
   * The provider was asked about the void an hour later, for which it had not declined anything.
   */
  @Test
  void money_is_let_go_of_soon_though_a_person_is_needed_for_what_was_to_be_taken() {
    Case plot =
        Scenario.CONFIRMED
            .with(Wiring.CARRIED)
            .capturing(CapturePolicy.ON_CONFIRMATION)
            .wishing(List.of(Wish.of("client-1", Pay.NEVER_CAPTURES, new Item(Goods.TEA, 2))))
            .doing(List.of(Task.afterwards(Deed.CANCEL)))
            .and(new Fault("clerk-of-client-1", 1, Kind.DELAY_BEFORE));

    assertThat(Simulation.run(plot).violations()).isEmpty();
  }
}
