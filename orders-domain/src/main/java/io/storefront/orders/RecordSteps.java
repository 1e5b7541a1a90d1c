package io.storefront.orders;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.joda.money.Money;

/** What acts do to an order, and what that makes it owe. */
sealed interface RecordSteps permits PaymentSteps {
  /** What was agreed. */
  Terms terms();

  /** What is ordered. */
  List<OrderLine> lines();

  /** What acts have left. */
  Records records();

  /** The same order with these records. */
  Order with(Records next, Instant now);

  /** The same order with its units elsewhere. */
  Order withLines(Function<OrderLine, LineQuantities> units);

  /** The same order, telling of something that happened to it. */
  Order.Act told(
      OrderEvent.Type type,
      Actor actor,
      Instant now,
      Optional<Money> amount,
      Optional<String> reason,
      Optional<RecordId> record);

  /** The same without a reason. */
  default Order.Act told(
      OrderEvent.Type type,
      Actor actor,
      Instant now,
      Optional<Money> amount,
      Optional<RecordId> record) {
    return told(type, actor, now, amount, Optional.empty(), record);
  }

  /**
   * What the customer owes: the units that are not cancelled with their share of discounts and
   * taxes, and shipping while there is one such unit. Giving money back does not change it.
   */
  default Money due() {
    return valueOf(line -> line.quantity() - line.quantities().cancelled());
  }

  /** What the units shipped so far cost; shipping goes with the first. */
  default Money shippedValue() {
    return valueOf(line -> line.quantities().shipped());
  }

  /** Whether each unit has arrived, is cancelled, or came back. */
  default boolean isSettled() {
    Units astray =
        records().shipments().stream()
            .filter(
                one ->
                    one.state() == Shipment.State.LOST
                        || one.state() == Shipment.State.RETURNED_TO_SENDER)
            .map(Shipment::units)
            .reduce(Units.NONE, Units::plus);
    return lines().stream().allMatch(line -> line.quantities().isSettled(astray.of(line.number())));
  }

  /** No money, in the order's currency. */
  default Money nothing() {
    return Money.zero(terms().currency());
  }

  private Money valueOf(Function<OrderLine, Integer> units) {
    boolean any = lines().stream().anyMatch(line -> units.apply(line) > 0);
    return lines().stream()
        .map(line -> line.payable(units.apply(line)))
        .reduce(any ? terms().totals().shipping() : nothing(), Money::plus);
  }
}
