package io.storefront.reliability.life;

import io.storefront.orders.CarrierEvent;
import io.storefront.orders.RecordId;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A shipment of the model. */
final class Parcel {
  final RecordId id;
  final Map<Integer, Integer> units;
  String label;

  /** By the carrier's id: the second in which it happened, and what. */
  final Map<String, Happening> told = new TreeMap<>();

  record Happening(int second, CarrierEvent.Type type) {}

  Parcel(RecordId id, Map<Integer, Integer> units, String label) {
    this.id = id;
    this.units = units;
    this.label = label;
  }

  boolean hasArrived() {
    return last().filter(CarrierEvent.Type.DELIVERED::equals).isPresent();
  }

  boolean isAstray() {
    return last().isPresent() && !hasArrived();
  }

  private Optional<CarrierEvent.Type> last() {
    return told.values().stream()
        .filter(one -> one.type() != CarrierEvent.Type.IN_TRANSIT)
        .max(Comparator.comparingInt(Happening::second).thenComparing(Happening::type))
        .map(Happening::type);
  }
}
