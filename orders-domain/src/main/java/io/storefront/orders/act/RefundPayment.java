package io.storefront.orders.act;

import io.storefront.orders.Balance;
import io.storefront.orders.Block;
import io.storefront.orders.Order;
import io.storefront.orders.OrderLine;
import io.storefront.orders.RecordId;
import io.storefront.orders.Refund;
import io.storefront.orders.Refusal;
import io.storefront.orders.Units;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;

/**
 * Taken money is given back: the price of units, some of shipping, or a sum for nothing in
 * particular; at least one of these. Stock has nothing to do with it.
 *
 * @param units those whose price is given back; none where no line is named
 * @param shipping of the shipping price
 * @param adjustment on top
 * @param reason why, as a code or in words; 1 to 100 characters
 */
public record RefundPayment(
    Wanted units, Optional<Money> shipping, Optional<Money> adjustment, String reason)
    implements OrderAct<Refund> {
  /** Refuses nothing to give back, and amounts that are not positive. */
  public RefundPayment {
    if (units.items().isEmpty() && shipping.isEmpty() && adjustment.isEmpty()) {
      throw new IllegalArgumentException("a refund names lines, shipping or an adjustment");
    }
    if (shipping.filter(money -> !money.isPositive()).isPresent()
        || adjustment.filter(money -> !money.isPositive()).isPresent()) {
      throw new IllegalArgumentException("what is given back is more than zero");
    }
  }

  /** Why nothing can be given back now. */
  public static List<Block> blockedBy(Order order) {
    Balance balance = Balance.of(order);
    if (!balance.captured().isPositive()) {
      return List.of(Block.NOTHING_CAPTURED);
    }
    return balance.refundable().isPositive() ? List.of() : List.of(Block.NOTHING_TO_REFUND);
  }

  @Override
  public Decision<Refund> decide(Order order, Occasion occasion) {
    Units named = units.items().isEmpty() ? Units.NONE : units.units(order, OrderLine::quantity);
    Optional<Refusal> refusal =
        units.unknownIn(order).or(() -> beyond(order, named)).or(() -> tooMuch(order, named));
    return refusal
        .<Decision<Refund>>map(Decision.Refused::new)
        .orElseGet(() -> refund(order, named, occasion));
  }

  /** What nobody owes cannot be given back. */
  private Optional<Refusal> beyond(Order order, Units named) {
    Units before = given(order);
    return Wanted.tooMany(
        order,
        named,
        line -> line.quantity() - line.quantities().cancelled() - before.of(line.number()));
  }

  private Optional<Refusal> tooMuch(Order order, Units named) {
    Money most = Balance.of(order).refundable();
    Money shippingBefore =
        order.records().refunds().stream()
            .filter(refund -> counts(order, refund))
            .map(Refund::shipping)
            .reduce(order.nothing(), Money::plus);
    Money shippingLeft = order.terms().totals().shipping().minus(shippingBefore);
    boolean tooMuchShipping =
        shipping.filter(wanted -> wanted.isGreaterThan(shippingLeft)).isPresent();
    return tooMuchShipping || amount(order, named).isGreaterThan(most)
        ? Optional.of(new Refusal.RefundExceedsCaptured(order.id(), most))
        : Optional.empty();
  }

  private Decision<Refund> refund(Order order, Units named, Occasion occasion) {
    Money amount = amount(order, named);
    if (!amount.isPositive()) {
      return Decision.blocked(order, List.of(Block.NOTHING_TO_REFUND));
    }
    Refund refund =
        new Refund(
            occasion.id(RecordId.Kind.REFUND),
            named,
            shipping.orElse(order.nothing()),
            adjustment.orElse(order.nothing()),
            amount,
            reason,
            Refund.State.PENDING,
            occasion.now(),
            occasion.by());
    Order next = order.with(order.records().with(refund), occasion.now());
    return new Decision.Made<>(new Order.Act(next, List.of()), refund);
  }

  private Money amount(Order order, Units named) {
    Units before = given(order);
    Money prices =
        order.lines().stream()
            .map(line -> share(line, before.of(line.number()), named.of(line.number())))
            .reduce(order.nothing(), Money::plus);
    return prices.plus(shipping.orElse(order.nothing())).plus(adjustment.orElse(order.nothing()));
  }

  private static Money share(OrderLine line, int before, int more) {
    return line.payable(before + more).minus(line.payable(before));
  }

  private static Units given(Order order) {
    return order.records().refunds().stream()
        .filter(refund -> counts(order, refund))
        .map(Refund::units)
        .reduce(Units.NONE, Units::plus);
  }

  /** What failed after a part was given would give that part again. */
  private static boolean counts(Order order, Refund refund) {
    return refund.state() != Refund.State.FAILED || order.payment().refunded(refund).isPositive();
  }
}
