package io.storefront.orders.internal;

import io.storefront.orders.Order;
import io.storefront.orders.OrderId;
import io.storefront.orders.Refusal;
import io.storefront.orders.Terms;
import io.storefront.orders.usecase.PlaceOrder;
import java.time.Instant;
import java.util.List;

/** {@link PlaceOrder}: draft, then drive. */
public final class PlacingOrders implements PlaceOrder {
  private final Drafting drafting;
  private final Neighbours neighbours;

  PlacingOrders(Drafting drafting, Neighbours neighbours) {
    this.drafting = drafting;
    this.neighbours = neighbours;
  }

  @Override
  public Outcome place(Command command) {
    Instant giveUpAt = neighbours.now().plus(neighbours.policies().timeBudget());
    return switch (drafting.draft(command)) {
      case Draft.Refused no -> refuse(command, no.refusal());
      case Draft.Drawn draft ->
          draft.totals().grandTotal().isPositive() && command.payment().isEmpty()
              ? refuse(command, paymentMissing())
              : drive(command, draft, giveUpAt);
    };
  }

  /**
   * A request that was placed before finds its order, even if it would be refused by now. Otherwise
   * the commit tells, and nothing is looked up in vain.
   */
  private Outcome refuse(Command command, Refusal refusal) {
    return command
        .reference()
        .flatMap(reference -> neighbours.orders().findByReference(command.storefront(), reference))
        .filter(order -> order.terms().contentHash().equals(ContentHash.of(command)))
        .<Outcome>map(Outcome.Existing::new)
        .orElseGet(() -> new Outcome.Refused(refusal));
  }

  private Outcome drive(Command command, Draft.Drawn draft, Instant giveUpAt) {
    Instant now = neighbours.now();
    Terms terms =
        new Terms(
            draft.customer(),
            command.reference(),
            ContentHash.of(command),
            draft.totals(),
            now,
            now.plus(neighbours.policies().deadline()));
    OrderId id = neighbours.ids().nextOrder();
    Order.Act placed =
        Order.place(
            id, command.storefront(), terms, draft.lines(), draft.particulars(), command.actor());
    Order order =
        placed.order().due().isZero()
            ? placed.order()
            : placed.order().authorizing(command.payment().orElseThrow(), now);
    return Drive.ofNew(neighbours, placed, order, command.receipt(), giveUpAt);
  }

  private static Refusal paymentMissing() {
    return new Refusal.Invalid(
        List.of(new Refusal.Violation("/payment", "is required unless the total is zero")));
  }
}
