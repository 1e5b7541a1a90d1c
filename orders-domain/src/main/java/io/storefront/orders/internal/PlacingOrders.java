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
      case Draft.Refused no -> new Outcome.Refused(no.refusal());
      case Draft.Drawn draft ->
          draft.totals().grandTotal().isPositive() && command.payment().isEmpty()
              ? paymentMissing()
              : drive(command, draft, giveUpAt);
    };
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

  private static Outcome paymentMissing() {
    return new Outcome.Refused(
        new Refusal.Invalid(
            List.of(new Refusal.Violation("/payment", "is required unless the total is zero"))));
  }
}
