package io.storefront.reliability.life;

import io.storefront.orders.Sku;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * One line of the model: where its units are, and what they cost.
 *
 * <p>Amounts are cents; what so many of its units cost is a share of the whole, rounded half up.
 */
final class Goods {
  final Sku sku;
  final int quantity;
  final long cents;
  int allocated;
  int shipped;
  int delivered;
  int cancelled;
  int returned;
  int restocked;
  int refunded;

  Goods(Sku sku, int quantity, long cents) {
    this.sku = sku;
    this.quantity = quantity;
    this.cents = cents;
    this.allocated = quantity;
  }

  int wanted() {
    return quantity - cancelled;
  }

  long price(int units) {
    return BigDecimal.valueOf(cents)
        .multiply(BigDecimal.valueOf(units))
        .divide(BigDecimal.valueOf(quantity), 0, RoundingMode.HALF_UP)
        .longValueExact();
  }

  @Override
  public String toString() {
    return "%d allocated, %d shipped, %d delivered, %d cancelled, %d returned"
        .formatted(allocated, shipped, delivered, cancelled, returned);
  }
}
