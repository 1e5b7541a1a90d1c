package io.storefront.app.view;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An order. */
public record OrderView(
    String id,
    Optional<String> externalReference,
    String customerId,
    String status,
    String paymentStatus,
    String fulfillmentStatus,
    String returnStatus,
    long version,
    String currency,
    CustomerPart customer,
    List<Line> lines,
    TotalsView totals,
    Payment payment,
    Shipping shipping,
    Optional<ContactPart> contact,
    Optional<String> note,
    Optional<Map<String, String>> metadata,
    Optional<RejectionPart> rejection,
    Optional<HoldPart> hold,
    Instant placedAt,
    Instant updatedAt,
    Optional<Instant> deletedAt,
    Optional<List<AllowedAction>> allowedActions,
    Optional<List<TimelineView>> timeline) {
  /** Who ordered. */
  public record CustomerPart(String name, String email) {}

  /** One line. */
  public record Line(
      String id,
      String sku,
      String name,
      int quantity,
      MoneyView unitPrice,
      List<DiscountPart> discounts,
      List<TaxPart> taxes,
      MoneyView total,
      Quantities quantities) {}

  /** A reduction of a line. */
  public record DiscountPart(String code, MoneyView amount) {}

  /** A tax on a line. */
  public record TaxPart(String name, String rate, boolean included, MoneyView amount) {}

  /** Where a line's units are. */
  public record Quantities(
      int allocated, int shipped, int delivered, int cancelled, int returned) {}

  /** The sums. */
  public record TotalsView(
      MoneyView lines,
      MoneyView discount,
      MoneyView shipping,
      MoneyView taxIncluded,
      MoneyView taxAdded,
      MoneyView grandTotal) {}

  /** Where the money is. */
  public record Payment(
      MoneyView authorized,
      MoneyView captured,
      MoneyView refunded,
      List<InFlight> inFlight,
      Optional<Instant> authorizationExpiresAt,
      Optional<NextActionPart> nextAction) {}

  /** Something asked of the provider and not answered yet. */
  public record InFlight(String kind, String state, MoneyView amount) {}

  /** What the customer has to do. */
  public record NextActionPart(String type, String url) {}

  /** How and where it is shipped. */
  public record Shipping(Optional<String> method, MoneyView price, Optional<AddressView> address) {}

  /** Whom to ask. */
  public record ContactPart(
      Optional<String> name, Optional<String> email, Optional<String> phone) {}

  /** Why it was rejected. */
  public record RejectionPart(
      String reason, Optional<String> declineCode, Optional<List<StockNeed>> shortages) {}

  /** Why it waits for a person. */
  public record HoldPart(String reason, String owner, Instant since) {}

  /** A SKU that is needed, and what there is of it. */
  public record StockNeed(String sku, long requested, long available) {}

  /**
   * Something that may be done with the order, or not.
   *
   * @param maxQuantities by line
   * @param blockedBy why it may not
   */
  public record AllowedAction(
      String action,
      boolean allowed,
      Optional<Map<String, Integer>> maxQuantities,
      Optional<List<Block>> blockedBy) {}

  /** A reason, as a code. */
  public record Block(String code) {}

  OrderView allowing(List<AllowedAction> actions) {
    return with(Optional.of(actions), timeline);
  }

  /** The same with its history, oldest first. */
  public OrderView telling(List<TimelineView> history) {
    return with(allowedActions, Optional.of(history));
  }

  private OrderView with(
      Optional<List<AllowedAction>> actions, Optional<List<TimelineView>> history) {
    return new OrderView(
        id,
        externalReference,
        customerId,
        status,
        paymentStatus,
        fulfillmentStatus,
        returnStatus,
        version,
        currency,
        customer,
        lines,
        totals,
        payment,
        shipping,
        contact,
        note,
        metadata,
        rejection,
        hold,
        placedAt,
        updatedAt,
        deletedAt,
        actions,
        history);
  }
}
