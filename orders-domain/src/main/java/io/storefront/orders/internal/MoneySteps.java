package io.storefront.orders.internal;

import io.storefront.orders.Actor;
import io.storefront.orders.Balance;
import io.storefront.orders.CapturePolicy;
import io.storefront.orders.Lifecycle;
import io.storefront.orders.Order;
import io.storefront.orders.Refund;
import java.util.Optional;
import org.joda.money.Money;

/** What the money of an order needs next that has nothing under way. */
final class MoneySteps {
  private MoneySteps() {}

  /** What somebody has decided to give back, and what was taken and is not due any more. */
  static Optional<NextStep> givingBack(Order order) {
    return order.records().refunds().stream()
        .filter(refund -> refund.state() == Refund.State.PENDING)
        .findFirst()
        .<NextStep>map(NextStep.GiveBack::new)
        .or(() -> owing(order));
  }

  private static Optional<NextStep> owing(Order order) {
    Money overpaid = Balance.of(order).overpaid();
    return overpaid.isPositive() && !isRefused(order)
        ? Optional.of(new NextStep.Owe(overpaid))
        : Optional.empty();
  }

  /** What is to be taken by now; nothing while the order is on hold. */
  static Optional<NextStep> taking(Order order, CapturePolicy policy) {
    Money amount = Balance.of(order).missing(policy.target(order));
    return amount.isPositive() && order.standing().hold().isEmpty()
        ? Optional.of(new NextStep.Capture(amount))
        : Optional.empty();
  }

  /** All units have arrived, are cancelled or came back, and all that is due was taken. */
  static Optional<NextStep> completing(Order order) {
    Balance balance = Balance.of(order);
    boolean done =
        order.status() == Lifecycle.CONFIRMED
            && order.standing().hold().isEmpty()
            && order.isSettled()
            && !balance.captured().isLessThan(balance.due());
    return done ? Optional.of(new NextStep.Complete()) : Optional.empty();
  }

  /** What is held beyond what is due will never be taken. */
  static Optional<NextStep> lettingRest(Order order) {
    Balance balance = Balance.of(order);
    return balance.captured().isLessThan(balance.due()) ? Optional.empty() : lettingGo(order);
  }

  /** Nothing that is held will ever be taken. */
  static Optional<NextStep> lettingGo(Order order) {
    return order
        .payment()
        .liveAuthorization()
        .map(held -> Voids.mayBeTried(order) ? new NextStep.Void(held) : new NextStep.Wait());
  }

  /** Declined once, it is a person's business, whatever else the order is on hold for. */
  private static boolean isRefused(Order order) {
    return order.standing().hold().isPresent()
        && order.records().refunds().reversed().stream()
            .filter(refund -> refund.by().equals(Actor.SYSTEM))
            .findFirst()
            .filter(refund -> refund.state() == Refund.State.FAILED)
            .isPresent();
  }
}
