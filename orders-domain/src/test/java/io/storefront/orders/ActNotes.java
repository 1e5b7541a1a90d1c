package io.storefront.orders;

import io.storefront.orders.testkit.InMemoryOrders.KeyedEnclosure;
import io.storefront.orders.usecase.ActOnOrder.Outcome;
import java.util.ArrayList;
import java.util.List;

/** The receipt of a request to act, which remembers what it was sealed with. */
final class ActNotes<R> implements Receipt<Outcome<R>> {
  final List<Outcome<R>> sealed = new ArrayList<>();

  @Override
  public Enclosure claim() {
    throw new AssertionError("one commit decides, so there is nothing to claim");
  }

  @Override
  public Enclosure seal(Outcome<R> outcome) {
    sealed.add(outcome);
    return new KeyedEnclosure("act");
  }
}
