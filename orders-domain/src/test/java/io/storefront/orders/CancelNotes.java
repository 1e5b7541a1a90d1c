package io.storefront.orders;

import io.storefront.orders.testkit.InMemoryOrders.KeyedEnclosure;
import io.storefront.orders.usecase.CancelOrder.Outcome;
import java.util.ArrayList;
import java.util.List;

/** The receipt of a request to cancel, which remembers what it was sealed with. */
final class CancelNotes implements Receipt<Outcome> {
  final List<Outcome> sealed = new ArrayList<>();

  @Override
  public Enclosure claim() {
    throw new AssertionError("one commit decides, so there is nothing to claim");
  }

  @Override
  public Enclosure seal(Outcome outcome) {
    sealed.add(outcome);
    return new KeyedEnclosure("cancel");
  }
}
