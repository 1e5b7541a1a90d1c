package io.storefront.reliability.simulation;

import io.storefront.orders.Sku;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** What is sold, and for how much. */
@SuppressWarnings("ImmutableEnumChecker") // both are values
enum Goods {
  TEA("EUR 19.90"),
  CUP("EUR 5.00"),
  LEAFLET("EUR 0.00"),
  /** Has no price in euro. */
  GEM("USD 100.00");

  static final CurrencyUnit EURO = CurrencyUnit.EUR;

  final Sku sku = new Sku(name());
  final Money price;

  Goods(String price) {
    this.price = Money.parse(price);
  }

  /** Some units of one of them. */
  record Item(Goods goods, int units) {}

  /** What some goods cost. */
  static Money worth(List<Item> items) {
    Money sum = Money.zero(EURO);
    for (Item item : items) {
      sum = sum.plus(item.goods.price.multipliedBy(item.units));
    }
    return sum;
  }
}
