package io.storefront.app.view;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What acts leave behind, each kind as it is shown. */
public final class RecordView {
  private RecordView() {}

  /** What an act was answered with: what it left, and where its order stood right after it. */
  public record Act(@JsonUnwrapped Object left, OrderPart order) {}

  /** Where an order stands. */
  public record OrderPart(
      long version,
      String status,
      String paymentStatus,
      String fulfillmentStatus,
      String returnStatus) {}

  /** Some units of a line. */
  public record LinePart(String lineId, int quantity) {}

  /** Units that have left. */
  public record ShipmentPart(
      String id,
      String status,
      List<LinePart> lines,
      Optional<String> carrier,
      Optional<String> trackingNumber,
      Instant shippedAt,
      String actor,
      List<CarrierEventPart> events) {}

  /** What a carrier said. */
  public record CarrierEventPart(
      String carrierEventId, String type, Instant occurredAt, Instant recordedAt, String actor) {}

  /** What a carrier said, and of what. */
  public record Report(@JsonUnwrapped CarrierEventPart event, ShipmentState shipment) {}

  /** Where a shipment is. */
  public record ShipmentState(String id, String status) {}

  /** Units that were called off. */
  public record CancellationPart(
      String id, String status, String reason, List<LinePart> lines, Instant at, String actor) {}

  /** Money that is taken because somebody asked for it. */
  public record CapturePart(String id, String status, MoneyView amount) {}

  /** Money that is given back. */
  public record RefundPart(
      String id,
      String status,
      String reason,
      MoneyView amount,
      List<LinePart> lines,
      MoneyView shipping,
      MoneyView adjustment,
      Instant at,
      String actor) {}

  /** Units that come back. */
  public record ReturnPart(
      String id,
      String status,
      String reason,
      List<ReturnLine> lines,
      Instant requestedAt,
      String actor) {}

  /** Some units of a line: how many are announced, and what became of those that came. */
  public record ReturnLine(String lineId, int quantity, int restocked, int writtenOff) {}

  /**
   * Something that left nothing but an event.
   *
   * @param id of that event
   */
  public record TransitionPart(
      String id, String event, Optional<String> reason, Instant at, String actor) {}
}
