package io.storefront.orders.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.storefront.orders.PortUnavailable;
import io.storefront.orders.Sku;
import io.storefront.orders.StorefrontId;
import io.storefront.orders.port.ProductCatalog;
import io.storefront.orders.port.ProductCatalog.Offer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** What every catalogue keeps to, in the words of {@link ProductCatalog}. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
public interface ProductCatalogContract {
  /** The catalogue under test. */
  ProductCatalog catalog();

  /** Offers a product whose SKU nobody has used yet. */
  void offer(Sku sku, String name, Money price);

  /** Takes a product off the market. */
  void withdraw(Sku sku);

  /** From now on, whatever keeps the products does not answer. */
  void goAway();

  @Test
  default void a_product_for_sale_has_its_name_and_its_price_in_the_currency() {
    Sku tea = Fixtures.newSku("TEA");
    Sku cup = Fixtures.newSku("CUP");
    offer(tea, "Tea", Money.parse("EUR 4.20"));
    offer(cup, "Cup", Money.parse("EUR 0.00"));

    assertThat(offers(CurrencyUnit.EUR, tea, cup))
        .isEqualTo(
            Map.of(
                tea, new Offer("Tea", Optional.of(Money.parse("EUR 4.20"))),
                cup, new Offer("Cup", Optional.of(Money.parse("EUR 0.00")))));
    for (String price : List.of("JPY 2500", "KWD 1.234")) {
      Sku pot = Fixtures.newSku("POT");
      Money exact = Money.parse(price);
      offer(pot, "Pot", exact);
      assertThat(offers(exact.getCurrencyUnit(), pot))
          .isEqualTo(Map.of(pot, new Offer("Pot", Optional.of(exact))));
    }
  }

  @Test
  default void nothing_is_told_that_was_not_asked_for() {
    Sku tea = Fixtures.newSku("TEA");
    offer(tea, "Tea", Money.parse("EUR 4.20"));
    offer(Fixtures.newSku("CUP"), "Cup", Money.parse("EUR 9.00"));

    assertThat(offers(CurrencyUnit.EUR, tea)).containsOnlyKeys(tea);
  }

  @Test
  default void unknown_and_inactive_skus_are_left_out() {
    Sku gone = Fixtures.newSku("GONE");
    offer(gone, "Gone", Money.parse("EUR 4.20"));
    withdraw(gone);

    assertThat(offers(CurrencyUnit.EUR, gone, Fixtures.newSku("NEVER"))).isEmpty();
  }

  @Test
  default void a_product_without_a_price_in_the_currency_has_none() {
    Sku tea = Fixtures.newSku("TEA");
    offer(tea, "Tea", Money.parse("EUR 4.20"));

    assertThat(offers(CurrencyUnit.JPY, tea))
        .isEqualTo(Map.of(tea, new Offer("Tea", Optional.empty())));
  }

  @Test
  default void a_missing_answer_is_never_taken_for_a_no() {
    Sku tea = Fixtures.newSku("TEA");
    offer(tea, "Tea", Money.parse("EUR 4.20"));
    goAway();

    assertThatThrownBy(() -> offers(CurrencyUnit.EUR, tea)).isInstanceOf(PortUnavailable.class);
  }

  private Map<Sku, Offer> offers(CurrencyUnit currency, Sku... skus) {
    return catalog().offers(new StorefrontId("testshop"), currency, Set.of(skus));
  }
}
