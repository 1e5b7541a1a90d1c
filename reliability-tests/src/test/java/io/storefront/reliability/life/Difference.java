package io.storefront.reliability.life;

import static org.assertj.core.api.Assertions.assertThat;

import io.storefront.orders.Balance;
import io.storefront.orders.FulfillmentStatus;
import io.storefront.orders.Order;
import io.storefront.orders.OrderLine;
import io.storefront.orders.PaymentAttempt.Kind;
import io.storefront.orders.PaymentStatus;
import io.storefront.orders.ReturnStatus;
import io.storefront.orders.Statuses;
import io.storefront.orders.port.Payments.Instruction;
import org.joda.money.Money;

/** Holds an order, its stock and the provider's books against the model. */
final class Difference {
  private Difference() {}

  static void none(Existence existence, Model model) {
    House house = existence.house();
    Order order = existence.order();
    assertThat(order.status()).as("status").hasToString(model.status);
    assertThat(order.standing().hold().isPresent()).as("on hold").isEqualTo(model.isHeld);
    assertThat(order.standing().deletedAt().isPresent()).as("deleted").isEqualTo(model.isDeleted);
    for (int i = 0; i < model.goods.size(); i++) {
      line(house, order.lines().get(i), model.goods.get(i));
    }
    assertThat(Statuses.of(order))
        .isEqualTo(new Statuses(fulfillment(model), payment(model), returns(model)));
    assertThat(order.due()).as("due").isEqualTo(Acts.euros(model.due()));
    money(house, order, model);
  }

  private static void line(House house, OrderLine line, Goods goods) {
    assertThat(line.quantities())
        .extracting(
            it -> it.allocated(),
            it -> it.shipped(),
            it -> it.delivered(),
            it -> it.cancelled(),
            it -> it.returned())
        .as("line " + line.number())
        .containsExactly(
            goods.allocated, goods.shipped, goods.delivered, goods.cancelled, goods.returned);
    assertThat(house.available(goods.sku))
        .as("available of line " + line.number())
        .isEqualTo(Existence.ON_THE_SHELF - goods.allocated - goods.shipped + goods.restocked);
  }

  private static void money(House house, Order order, Model model) {
    Balance balance = Balance.of(order);
    assertThat(balance.captured()).as("captured").isEqualTo(Acts.euros(model.captured));
    assertThat(balance.committed()).as("given back").isEqualTo(Acts.euros(model.refunded));
    assertThat(order.payment().inFlight()).as("under way").isEmpty();
    assertThat(balance.held().isZero())
        .as("nothing is held")
        .isEqualTo(model.captured >= model.due());
    assertThat(sum(house, order, Kind.CAPTURE)).isEqualTo(balance.captured());
    assertThat(sum(house, order, Kind.REFUND)).isEqualTo(balance.committed());
  }

  private static Money sum(House house, Order order, Kind kind) {
    return house.payments.effects(order, kind).stream()
        .map(Instruction::amount)
        .reduce(Acts.euros(0), Money::plus);
  }

  private static FulfillmentStatus fulfillment(Model model) {
    int open = model.goods.stream().mapToInt(line -> line.allocated).sum();
    int shipped = model.goods.stream().mapToInt(line -> line.shipped).sum();
    int delivered = model.goods.stream().mapToInt(line -> line.delivered).sum();
    if (shipped == 0) {
      return open == 0 ? FulfillmentStatus.NONE_REQUIRED : FulfillmentStatus.UNFULFILLED;
    }
    if (open > 0) {
      return FulfillmentStatus.PARTIALLY_SHIPPED;
    }
    if (delivered == 0) {
      return FulfillmentStatus.SHIPPED;
    }
    return delivered == shipped
        ? FulfillmentStatus.DELIVERED
        : FulfillmentStatus.PARTIALLY_DELIVERED;
  }

  private static PaymentStatus payment(Model model) {
    if (model.refunded > 0) {
      return model.refunded == model.captured
          ? PaymentStatus.REFUNDED
          : PaymentStatus.PARTIALLY_REFUNDED;
    }
    if (model.captured > 0) {
      return model.captured < model.due()
          ? PaymentStatus.PARTIALLY_CAPTURED
          : PaymentStatus.CAPTURED;
    }
    return model.due() > 0 ? PaymentStatus.AUTHORIZED : PaymentStatus.VOIDED;
  }

  private static ReturnStatus returns(Model model) {
    int shipped = model.goods.stream().mapToInt(line -> line.shipped).sum();
    int returned = model.goods.stream().mapToInt(line -> line.returned).sum();
    if (returned > 0) {
      return returned == shipped ? ReturnStatus.RETURNED : ReturnStatus.PARTIALLY_RETURNED;
    }
    return model.comebacks.stream().anyMatch(Comeback::isOpen)
        ? ReturnStatus.REQUESTED
        : ReturnStatus.NONE;
  }
}
