package io.storefront.orders;

import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * An order's money in sums.
 *
 * @param due what the customer owes for what is not cancelled; giving back does not change it
 * @param held what may still be captured
 * @param captured what was taken
 * @param capturing what is being taken
 * @param committed what was given back or is to be
 */
public record Balance(Money due, Money held, Money captured, Money capturing, Money committed) {
  /** The balance of an order as it is. */
  public static Balance of(Order order) {
    CurrencyUnit currency = order.terms().currency();
    PaymentLedger ledger = order.payment();
    Money none = Money.zero(currency);
    return new Balance(
        order.due(),
        ledger.liveAuthorization().map(ledger::left).orElse(none),
        ledger.settled(PaymentAttempt.Kind.CAPTURE, currency),
        ledger.inFlight().stream()
            .filter(attempt -> attempt.kind() == PaymentAttempt.Kind.CAPTURE)
            .map(PaymentAttempt::amount)
            .reduce(none, Money::plus),
        order.records().refunds().stream()
            .map(
                refund ->
                    refund.state() == Refund.State.FAILED
                        ? ledger.refunded(refund)
                        : refund.amount())
            .reduce(none, Money::plus));
  }

  /** What may still be asked to be captured: held, due, and not under way. */
  public Money capturable() {
    return missing(due);
  }

  /** What may still be asked to be given back. */
  public Money refundable() {
    return atLeastZero(captured.minus(committed));
  }

  /** What was taken and is not due any more. */
  public Money overpaid() {
    return atLeastZero(captured.minus(committed).minus(due));
  }

  /** What of what is held is to be taken, so that it comes to this in all. */
  public Money missing(Money target) {
    Money wanted = target.minus(captured).minus(capturing);
    Money left = held.minus(capturing);
    return atLeastZero(wanted.isLessThan(left) ? wanted : left);
  }

  private static Money atLeastZero(Money money) {
    return money.isNegative() ? money.multipliedBy(0) : money;
  }
}
