package io.storefront.orders.testkit;

import io.storefront.orders.Order;
import io.storefront.orders.PaymentAttempt;
import io.storefront.orders.port.Payments.Instruction;

/** Makes instructions as the use cases do. */
public final class Instructions {
  private Instructions() {}

  /** What the provider is told of an order's newest attempt. */
  public static Instruction last(Order order) {
    PaymentAttempt attempt = order.payment().attempts().getLast();
    return new Instruction(
        order.storefront(),
        order.id(),
        attempt.kind(),
        attempt.key(),
        attempt.amount(),
        attempt.token(),
        attempt.target());
  }
}
