package io.storefront.orders;

import static org.assertj.core.api.Assertions.assertThat;

import io.storefront.orders.testkit.FakePayments;
import io.storefront.orders.testkit.InMemoryOrders.KeyedEnclosure;
import io.storefront.orders.testkit.Racing;
import io.storefront.orders.usecase.PlaceOrder.Outcome;
import java.util.List;
import org.joda.money.Money;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** One wish, asked for more than once. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@ParameterizedClass
@EnumSource(Wiring.class)
class RepeatedRequestsTest {
  private final Shop shop;

  RepeatedRequestsTest(Wiring wiring) {
    this.shop = new Shop(wiring);
  }

  @Test
  void a_reference_with_the_same_content_finds_the_first_order() {
    shop.place(Cart.of(1, Shop.TEA).referenced("WEB-1"));

    Outcome second = shop.place(Cart.of(1, Shop.TEA).referenced("WEB-1"));

    assertThat(second).isEqualTo(new Outcome.Existing(shop.onlyOrder()));
    Promises.areKept(shop);
  }

  @Test
  void another_payment_token_is_no_other_content() {
    shop.place(Cart.of(1, Shop.TEA).referenced("WEB-1"));

    assertThat(shop.place(Cart.of(1, Shop.TEA).referenced("WEB-1").paidWith(FakePayments.DECLINED)))
        .isEqualTo(new Outcome.Existing(shop.onlyOrder()));
    assertThat(shop.place(Cart.of(1, Shop.TEA).referenced("WEB-1").unpaid()))
        .isEqualTo(new Outcome.Existing(shop.onlyOrder()));
  }

  @Test
  void a_reference_with_other_content_is_a_conflict() {
    shop.place(Cart.of(1, Shop.TEA).referenced("WEB-1"));

    Outcome second = shop.place(Cart.of(2, Shop.TEA).referenced("WEB-1"));

    assertThat(second)
        .isEqualTo(
            new Outcome.Refused(new Refusal.ExternalReferenceConflict(shop.onlyOrder().id())));
    Promises.areKept(shop);
  }

  @Test
  void a_repeated_request_finds_its_order_even_if_it_would_be_refused_by_now() {
    Cart cart = Cart.of(1, Shop.TEA).referenced("WEB-1").expecting("EUR 19.90");
    shop.place(cart);

    shop.catalog.offer(Shop.TEA, "Dearer tea", Money.parse("EUR 99.00"));
    assertThat(shop.place(cart)).isEqualTo(new Outcome.Existing(shop.onlyOrder()));

    shop.catalog.withdraw(Shop.TEA);
    assertThat(shop.place(cart)).isEqualTo(new Outcome.Existing(shop.onlyOrder()));
  }

  @Test
  void a_refused_request_with_other_content_hears_why_it_is_refused() {
    shop.place(Cart.of(1, Shop.TEA).referenced("WEB-1"));
    Sku nothing = new Sku("NOTHING");

    assertThat(shop.place(Cart.of(1, nothing).referenced("WEB-1")))
        .isEqualTo(new Outcome.Refused(new Refusal.UnknownSku(List.of(nothing))));
  }

  @Test
  void the_reference_of_a_rejected_order_is_free() {
    shop.place(Cart.of(1, Shop.TEA).referenced("WEB-1").paidWith(FakePayments.DECLINED));

    Outcome second = shop.place(Cart.of(1, Shop.TEA).referenced("WEB-1"));

    assertThat(second).isInstanceOf(Outcome.Placed.class);
    assertThat(shop.orders.all()).hasSize(2);
    Promises.areKept(shop);
  }

  @Test
  void of_many_requests_with_one_reference_exactly_one_is_placed() {
    List<Outcome> outcomes =
        Racing.all(8, racer -> shop.place(Cart.of(1, Shop.TEA).referenced("WEB-1")));

    assertThat(outcomes).filteredOn(Outcome.Placed.class::isInstance).hasSize(1);
    assertThat(outcomes).filteredOn(Outcome.Existing.class::isInstance).hasSize(7);
    Promises.areKept(shop);
  }

  @Test
  void a_request_that_came_first_is_not_placed_again() {
    Cart first = Cart.of(1, Shop.TEA).with(keyed());
    Cart second = Cart.of(1, Shop.TEA).with(keyed());
    shop.place(first);

    assertThat(shop.place(second)).isEqualTo(new Outcome.RequestTaken());

    assertThat(shop.orders.all()).hasSize(1);
    assertThat(shop.payments.liveAuthorizations()).isEqualTo(1);
    assertThat(shop.stock.reserved()).containsOnlyKeys(Shop.TEA).containsValue(1L);
  }

  private static Receipt<Outcome> keyed() {
    return new Receipt<>() {
      @Override
      public Enclosure claim() {
        return new KeyedEnclosure("key-1");
      }

      @Override
      public Enclosure seal(Outcome outcome) {
        return new KeyedEnclosure("end of key-1");
      }
    };
  }
}
