package io.storefront.reliability.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.storefront.reliability.simulation.Fault.Kind;
import io.storefront.reliability.simulation.Goods.Item;
import java.time.Duration;
import java.util.List;
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
            .cancelling(List.of(new Cancel("client-1", Duration.ofSeconds(13), 1)))
            .and(new Fault("client-1", 5, Kind.DELAY_AFTER, Duration.ofSeconds(15)));

    assertThat(Simulation.run(plot).violations()).isEmpty();
  }
}
