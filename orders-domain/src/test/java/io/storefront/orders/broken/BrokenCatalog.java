package io.storefront.orders.broken;

import io.storefront.orders.PortUnavailable;
import io.storefront.orders.Sku;
import io.storefront.orders.StorefrontId;
import io.storefront.orders.port.ProductCatalog;
import io.storefront.orders.testkit.InMemoryCatalog;
import io.storefront.orders.testkit.ProductCatalogContract;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Catalogues with one mistake each; right, but for what a class gets wrong. */
abstract class BrokenCatalog implements ProductCatalogContract, ProductCatalog {
  final Set<Sku> all = ConcurrentHashMap.newKeySet();
  final InMemoryCatalog right = new InMemoryCatalog();

  @Override
  public ProductCatalog catalog() {
    return this;
  }

  @Override
  public void offer(Sku sku, String name, Money price) {
    all.add(sku);
    right.offer(sku, name, price);
  }

  @Override
  public void withdraw(Sku sku) {
    right.withdraw(sku);
  }

  @Override
  public void goAway() {
    right.goAway();
  }

  @Override
  public Map<Sku, Offer> offers(StorefrontId storefront, CurrencyUnit currency, Set<Sku> skus) {
    return right.offers(storefront, currency, skus);
  }

  static Map<Sku, Offer> each(Map<Sku, Offer> offers, UnaryOperator<Offer> change) {
    Map<Sku, Offer> changed = new HashMap<>();
    offers.forEach((sku, offer) -> changed.put(sku, change.apply(offer)));
    return changed;
  }

  @Mistake(
      value = "no price is a price of zero",
      caughtBy = "a_product_without_a_price_in_the_currency_has_none")
  static class GivesAway extends BrokenCatalog {
    @Override
    public Map<Sku, Offer> offers(StorefrontId storefront, CurrencyUnit currency, Set<Sku> skus) {
      return each(
          super.offers(storefront, currency, skus),
          offer ->
              new Offer(offer.name(), Optional.of(offer.unitPrice().orElse(Money.zero(currency)))));
    }
  }

  @Mistake(
      value = "the number of another currency's price is taken",
      caughtBy = "a_product_without_a_price_in_the_currency_has_none")
  static class ForgetsTheCurrency extends BrokenCatalog {
    @Override
    public Map<Sku, Offer> offers(StorefrontId storefront, CurrencyUnit currency, Set<Sku> skus) {
      Map<Sku, Offer> offers = new HashMap<>();
      super.offers(storefront, currency, skus).forEach(offers::put);
      super.offers(storefront, CurrencyUnit.EUR, skus).entrySet().stream()
          .filter(entry -> offers.get(entry.getKey()).unitPrice().isEmpty())
          .forEach(entry -> offers.put(entry.getKey(), in(currency, entry.getValue())));
      return offers;
    }

    private static Offer in(CurrencyUnit currency, Offer offer) {
      return new Offer(
          offer.name(),
          offer
              .unitPrice()
              .map(price -> Money.of(currency, price.getAmount(), RoundingMode.HALF_EVEN)));
    }
  }

  @Mistake(
      value = "what costs nothing has no price",
      caughtBy = "a_product_for_sale_has_its_name_and_its_price_in_the_currency")
  static class TakesFreeForUnpriced extends BrokenCatalog {
    @Override
    public Map<Sku, Offer> offers(StorefrontId storefront, CurrencyUnit currency, Set<Sku> skus) {
      return each(
          super.offers(storefront, currency, skus),
          offer -> new Offer(offer.name(), offer.unitPrice().filter(Money::isPositive)));
    }
  }

  @Mistake(
      value = "prices are rounded to hundredths",
      caughtBy = "a_product_for_sale_has_its_name_and_its_price_in_the_currency")
  static class CountsInCents extends BrokenCatalog {
    @Override
    public Map<Sku, Offer> offers(StorefrontId storefront, CurrencyUnit currency, Set<Sku> skus) {
      int places = Math.min(2, currency.getDecimalPlaces());
      return each(
          super.offers(storefront, currency, skus),
          offer ->
              new Offer(
                  offer.name(),
                  offer.unitPrice().map(price -> price.rounded(places, RoundingMode.HALF_EVEN))));
    }
  }

  @Mistake(
      value = "an unknown SKU is offered by its number",
      caughtBy = "unknown_and_inactive_skus_are_left_out")
  static class MakesUpWhatItDoesNotKnow extends BrokenCatalog {
    @Override
    public Map<Sku, Offer> offers(StorefrontId storefront, CurrencyUnit currency, Set<Sku> skus) {
      Map<Sku, Offer> offers = new HashMap<>();
      skus.forEach(sku -> offers.put(sku, new Offer(sku.value(), Optional.empty())));
      offers.putAll(super.offers(storefront, currency, skus));
      return offers;
    }
  }

  @Mistake(
      value = "an unknown SKU is there as null",
      caughtBy = "unknown_and_inactive_skus_are_left_out")
  static class AnswersNull extends BrokenCatalog {
    @Override
    public Map<Sku, Offer> offers(StorefrontId storefront, CurrencyUnit currency, Set<Sku> skus) {
      Map<Sku, Offer> offers = new HashMap<>();
      Map<Sku, Offer> known = super.offers(storefront, currency, skus);
      skus.forEach(sku -> offers.put(sku, known.get(sku)));
      return offers;
    }
  }

  @Mistake(
      value = "what was taken off the market is still sold",
      caughtBy = "unknown_and_inactive_skus_are_left_out")
  static class ForgetsToWithdraw extends BrokenCatalog {
    @Override
    public void withdraw(Sku sku) {}
  }

  @Mistake(
      value = "the whole catalogue is the answer",
      caughtBy = {
        "nothing_is_told_that_was_not_asked_for",
        "a_product_for_sale_has_its_name_and_its_price_in_the_currency"
      })
  static class TellsEverything extends BrokenCatalog {
    @Override
    public Map<Sku, Offer> offers(StorefrontId storefront, CurrencyUnit currency, Set<Sku> skus) {
      return super.offers(storefront, currency, all);
    }
  }

  @Mistake(
      value = "a catalogue that does not answer has nothing for sale",
      caughtBy = "a_missing_answer_is_never_taken_for_a_no")
  static class TakesSilenceForANo extends BrokenCatalog {
    @Override
    public Map<Sku, Offer> offers(StorefrontId storefront, CurrencyUnit currency, Set<Sku> skus) {
      try {
        return super.offers(storefront, currency, skus);
      } catch (PortUnavailable e) {
        return Map.of();
      }
    }
  }
}
