package io.storefront.reliability.simulation;

import io.storefront.orders.CapturePolicy;
import io.storefront.orders.LineQuantities;
import io.storefront.orders.Order;
import io.storefront.orders.OrderLine;
import io.storefront.orders.PaymentAttempt;
import io.storefront.orders.PaymentAttempt.Kind;
import io.storefront.orders.Refund;
import java.util.function.ToIntFunction;
import org.joda.money.Money;

/** An order's money, added up once more from what is sold here, without asking the order. */
final class Sums {
  static final Money NOTHING = Money.zero(Goods.EURO);

  private Sums() {}

  /** What is owed for what is not called off. */
  static Money due(Order order) {
    return worth(order, units -> units.allocated() + units.shipped());
  }

  /** What should have been taken of an order that stands. */
  static Money target(Order order, CapturePolicy policy) {
    boolean shipped = order.lines().stream().anyMatch(line -> line.quantities().shipped() > 0);
    return switch (policy) {
      case ON_EACH_SHIPMENT -> worth(order, LineQuantities::shipped);
      case ON_FIRST_SHIPMENT -> shipped ? due(order) : NOTHING;
      case ON_CONFIRMATION -> due(order);
    };
  }

  private static Money worth(Order order, ToIntFunction<LineQuantities> counted) {
    Money sum = NOTHING;
    int all = 0;
    boolean free = true;
    for (OrderLine line : order.lines()) {
      Money price = Goods.valueOf(line.sku().value()).price;
      int units = counted.applyAsInt(line.quantities());
      sum = sum.plus(price.multipliedBy(units));
      all += units;
      free &= price.isZero();
    }
    // Where anything had to be paid for, shipping goes with whatever is shipped.
    return free || all == 0 ? sum : sum.plus(Wish.SHIPPING);
  }

  static Money taken(Order order) {
    return done(order, Kind.CAPTURE);
  }

  static Money givenBack(Order order) {
    return done(order, Kind.REFUND);
  }

  /** What is being taken. */
  static Money taking(Order order) {
    return order.payment().attempts().stream()
        .filter(it -> it.kind() == Kind.CAPTURE && it.isUnsettled())
        .map(PaymentAttempt::amount)
        .reduce(NOTHING, Money::plus);
  }

  /** What was promised to be given back, or was. */
  static Money promised(Order order) {
    Money sum = NOTHING;
    for (Refund refund : order.records().refunds()) {
      sum = sum.plus(refund.state() == Refund.State.FAILED ? paid(order, refund) : refund.amount());
    }
    return sum;
  }

  /** What was given back of one refund. */
  static Money paid(Order order, Refund refund) {
    return order.payment().attempts().stream()
        .filter(it -> it.isDone(Kind.REFUND))
        .filter(it -> it.cause().filter(refund.id()::equals).isPresent())
        .map(PaymentAttempt::amount)
        .reduce(NOTHING, Money::plus);
  }

  static boolean hasPendingRefund(Order order) {
    return order.records().refunds().stream()
        .anyMatch(refund -> refund.state() == Refund.State.PENDING);
  }

  private static Money done(Order order, Kind kind) {
    return order.payment().attempts().stream()
        .filter(it -> it.isDone(kind))
        .map(PaymentAttempt::amount)
        .reduce(NOTHING, Money::plus);
  }
}
