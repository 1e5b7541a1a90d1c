package io.storefront.reliability.postgres;

import io.storefront.orders.Sku;
import io.storefront.orders.usecase.PlaceOrder.Line;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;

/** What is sold, and for how much. */
@SuppressWarnings("ImmutableEnumChecker") // money is a value
enum Goods {
  TEA("EUR 19.90"),
  CUP("EUR 5.00");

  final Money price;

  Goods(String price) {
    this.price = Money.parse(price);
  }

  /** Each run has a shelf of its own. */
  Sku sku(String run) {
    return new Sku(name() + "-" + run);
  }

  /** Some units of one of them. */
  record Item(Goods goods, int units) {
    Line line(String run) {
      return new Line(goods.sku(run), units, Optional.empty(), List.of(), List.of());
    }
  }
}
