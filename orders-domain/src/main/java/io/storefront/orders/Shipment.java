package io.storefront.orders;

import static java.util.Comparator.comparing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Units that have left, together.
 *
 * @param units at least one
 * @param carrier who brings it, 1 to 100 characters
 * @param trackingNumber the carrier's name for it, 1 to 100 characters
 * @param events what the carrier has said, in the order in which it was told
 */
public record Shipment(
    RecordId id,
    Units units,
    Optional<String> carrier,
    Optional<String> trackingNumber,
    Instant shippedAt,
    Actor by,
    List<CarrierEvent> events) {
  /** Where it is. */
  public enum State {
    /** On its way. */
    SHIPPED,
    /** It has arrived. */
    DELIVERED,
    /** It cannot be found. */
    LOST,
    /** It came back undelivered. */
    RETURNED_TO_SENDER
  }

  /** Refuses a shipment of nothing, and over-long text. */
  public Shipment {
    if (units.isEmpty()) {
      throw new IllegalArgumentException("a shipment has units");
    }
    carrier.ifPresent(text -> Texts.require("carrier", text, 100));
    trackingNumber.ifPresent(text -> Texts.require("tracking number", text, 100));
    events = List.copyOf(events);
  }

  /**
   * Where it is: what happened last decides, whenever it was told; of two things at one instant the
   * better one.
   */
  public State state() {
    return events.stream()
        .filter(event -> event.type() != CarrierEvent.Type.IN_TRANSIT)
        .max(comparing(CarrierEvent::occurredAt).thenComparing(CarrierEvent::type))
        .map(event -> State.valueOf(event.type().name()))
        .orElse(State.SHIPPED);
  }

  /** What the carrier has said under this id. */
  public Optional<CarrierEvent> event(String carrierEventId) {
    return events.stream()
        .filter(event -> event.carrierEventId().equals(carrierEventId))
        .findFirst();
  }

  /** The same, brought by this carrier under this number. */
  public Shipment brought(Optional<String> by, Optional<String> number) {
    return new Shipment(id, units, by, number, shippedAt, this.by, events);
  }

  /** The same, and this is what the carrier said. */
  public Shipment told(CarrierEvent event) {
    List<CarrierEvent> all = new ArrayList<>(events);
    all.add(event);
    return new Shipment(id, units, carrier, trackingNumber, shippedAt, by, all);
  }
}
