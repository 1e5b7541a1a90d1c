package io.storefront.reliability.life;

import io.storefront.orders.RecordId;
import java.util.Map;
import java.util.TreeMap;

/** A return of the model. */
final class Comeback {
  final RecordId id;
  final Map<Integer, Integer> units;
  final Map<Integer, Integer> received = new TreeMap<>();
  boolean isApproved;
  boolean isDenied;

  Comeback(RecordId id, Map<Integer, Integer> units) {
    this.id = id;
    this.units = units;
  }

  boolean isOpen() {
    return !isDenied && !received.equals(units);
  }
}
