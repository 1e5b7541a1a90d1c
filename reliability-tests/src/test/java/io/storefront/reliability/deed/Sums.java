package io.storefront.reliability.deed;

import io.storefront.orders.CapturePolicy;
import io.storefront.orders.LineQuantities;
import io.storefront.orders.Order;
import io.storefront.orders.OrderLine;
import io.storefront.orders.PaymentAttempt;
import io.storefront.orders.PaymentAttempt.Kind;
import io.storefront.orders.Refund;
import java.util.function.ToIntFunction;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** An order's money, added up once more without asking the order; neither discounts nor taxes. */
public final class Sums {
  /** No money. */
  public static final Money NOTHING = Money.zero(CurrencyUnit.EUR);

  private Sums() {}

  /** What is owed for what is not called off. */
  public static Money due(Order order) {
    return worth(order, units -> units.allocated() + units.shipped());
  }

  /** What should have been taken of an order that stands. */
  public static Money target(Order order, CapturePolicy policy) {
    boolean shipped = order.lines().stream().anyMatch(line -> line.quantities().shipped() > 0);
    return switch (policy) {
      case ON_EACH_SHIPMENT -> worth(order, LineQuantities::shipped);
      case ON_FIRST_SHIPMENT -> shipped ? due(order) : NOTHING;
      case ON_CONFIRMATION -> due(order);
    };
  }

  private static Money worth(Order order, ToIntFunction<LineQuantities> counted) {
    Money sum = NOTHING;
    boolean any = false;
    for (OrderLine line : order.lines()) {
      int units = counted.applyAsInt(line.quantities());
      sum = sum.plus(line.unitPrice().multipliedBy(units));
      any |= units > 0;
    }
    return any ? sum.plus(order.terms().totals().shipping()) : sum;
  }

  /** What was taken. */
  public static Money taken(Order order) {
    return done(order, Kind.CAPTURE);
  }

  /** What was given back. */
  public static Money givenBack(Order order) {
    return done(order, Kind.REFUND);
  }

  /** What is being taken. */
  public static Money taking(Order order) {
    return order.payment().attempts().stream()
        .filter(it -> it.kind() == Kind.CAPTURE && it.isUnsettled())
        .map(PaymentAttempt::amount)
        .reduce(NOTHING, Money::plus);
  }

  /** What was promised to be given back, or was. */
  public static Money promised(Order order) {
    Money sum = NOTHING;
    for (Refund refund : order.records().refunds()) {
      sum = sum.plus(refund.state() == Refund.State.FAILED ? paid(order, refund) : refund.amount());
    }
    return sum;
  }

  /** What was given back of one refund. */
  public static Money paid(Order order, Refund refund) {
    return order.payment().attempts().stream()
        .filter(it -> it.isDone(Kind.REFUND))
        .filter(it -> it.cause().filter(refund.id()::equals).isPresent())
        .map(PaymentAttempt::amount)
        .reduce(NOTHING, Money::plus);
  }

  /** Whether something is still to be given back. */
  public static boolean hasPendingRefund(Order order) {
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
