package io.storefront.orders;

import static org.assertj.core.api.Assertions.assertThat;

import io.storefront.orders.testkit.FakePayments;
import io.storefront.orders.usecase.PlaceOrder.Outcome;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What is enclosed in the commits for the sake of a repeated request. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@ParameterizedClass
@EnumSource(Wiring.class)
class ReceiptsTest {
  private final Wiring wiring;
  private final Shop shop;
  private final Notes notes = new Notes();

  ReceiptsTest(Wiring wiring) {
    this.wiring = wiring;
    this.shop = new Shop(wiring);
  }

  @Test
  void the_first_of_several_commits_claims_and_the_last_seals_its_very_outcome() {
    Outcome outcome = shop.place(Cart.of(1, Shop.TEA).with(notes));

    assertThat(notes.asked).containsExactly("claim", "seal Placed");
    assertThat(shop.orders.enclosures()).startsWith(new Notes.Claimed());
    assertThat(shop.orders.enclosures()).endsWith(new Notes.Sealed(outcome));
  }

  @Test
  void a_commit_that_begins_and_ends_the_request_only_seals() {
    shop.place(Cart.of(1, Shop.LEAFLET).unpaid().with(notes));

    assertThat(notes.asked)
        .isEqualTo(
            wiring == Wiring.REMOTE_STOCK
                ? List.of("claim", "seal Placed")
                : List.of("seal Placed"));
  }

  @Test
  void a_rejected_order_seals_the_refusal() {
    Outcome outcome = shop.place(Cart.of(1, Shop.TEA).paidWith(FakePayments.DECLINED).with(notes));

    assertThat(notes.asked).containsExactly("claim", "seal Refused");
    assertThat(shop.orders.enclosures()).contains(new Notes.Sealed(outcome));
  }

  @Test
  void what_a_commit_without_enough_stock_claimed_is_not_stored() {
    Outcome outcome = shop.place(Cart.of(11, Shop.TEA).with(notes));

    assertThat(notes.asked).containsExactly("claim", "seal Refused");
    assertThat(shop.orders.enclosures().contains(new Notes.Claimed()))
        .isEqualTo(wiring == Wiring.REMOTE_STOCK);
    assertThat(shop.orders.enclosures()).contains(new Notes.Sealed(outcome));
  }

  @Test
  void a_pending_order_seals_nothing_and_the_background_seals_its_end() {
    shop.payments.loseAnswers();
    shop.place(Cart.of(1, Shop.TEA).with(notes));
    assertThat(notes.asked).containsExactly("claim");
    Notes late = new Notes();

    shop.payments.recover();
    shop.runUntilQuiet(shop.open(Interference.NONE, order -> late));

    assertThat(notes.asked).containsExactly("claim");
    assertThat(late.asked).containsExactly("seal Placed");
    assertThat(shop.orders.enclosures())
        .endsWith(new Notes.Sealed(new Outcome.Placed(shop.onlyOrder())));
  }
}
