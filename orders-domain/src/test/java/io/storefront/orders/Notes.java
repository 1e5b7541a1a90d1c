package io.storefront.orders;

import io.storefront.orders.usecase.PlaceOrder.Outcome;
import java.util.ArrayList;
import java.util.List;

/** A receipt that remembers what it was asked for. */
final class Notes implements Receipt<Outcome> {
  final List<String> asked = new ArrayList<>();

  /** The request is under way. */
  record Claimed() implements Enclosure {}

  /** The request ended like this. */
  record Sealed(Outcome outcome) implements Enclosure {}

  @Override
  public Enclosure claim() {
    asked.add("claim");
    return new Claimed();
  }

  @Override
  public Enclosure seal(Outcome outcome) {
    asked.add("seal " + outcome.getClass().getSimpleName());
    return new Sealed(outcome);
  }
}
