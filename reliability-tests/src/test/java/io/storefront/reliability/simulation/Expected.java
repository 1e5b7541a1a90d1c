package io.storefront.reliability.simulation;

import io.storefront.orders.Lifecycle;
import io.storefront.orders.Rejection;
import io.storefront.orders.StockStanding;
import io.storefront.reliability.deed.Deed;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What a batch has to meet, or it has shown nothing. */
final class Expected {
  private static final List<String> METHODS =
      List.of(
          "Answers.find",
          "CustomerLookup.check",
          "EventPublisher.publish",
          "OrderFeed.append",
          "Orders.commit",
          "Orders.find",
          "Orders.findByReference",
          "Outbox.claim",
          "Outbox.settle",
          "Payments.ask",
          "Payments.send",
          "ProductCatalog.offers",
          "StockReservations.claim",
          "UnfinishedOrders.lease",
          "UnfinishedOrders.postpone");

  private static final List<String> HEARD =
      List.of(
          "200",
          "201",
          "202",
          "unsure",
          "idempotency-key-reused",
          "customer-not-eligible",
          "external-reference-conflict",
          "insufficient-inventory",
          "order-not-confirmed",
          "payment-declined",
          "price-mismatch",
          "price-unavailable",
          "total-mismatch",
          "unknown-sku",
          "validation-failed");

  private static final List<String> ATTEMPTS =
      List.of(
          "AUTHORIZE INITIATED",
          "AUTHORIZE UNKNOWN",
          "AUTHORIZE SUCCEEDED",
          "AUTHORIZE FAILED",
          "VOID INITIATED",
          "VOID UNKNOWN",
          "VOID SUCCEEDED",
          "VOID FAILED",
          "CAPTURE INITIATED",
          "CAPTURE UNKNOWN",
          "CAPTURE SUCCEEDED",
          "CAPTURE FAILED",
          "REFUND INITIATED",
          "REFUND UNKNOWN",
          "REFUND SUCCEEDED",
          "REFUND FAILED");

  private static final List<String> DEEDS =
      List.of(
          "done",
          "done before",
          "unsure",
          "unchanged",
          "conflict",
          "deleted",
          "not yet",
          "transition-not-allowed",
          "quantity-exceeded",
          "already-shipped",
          "authorization-expired",
          "on-hold",
          "not-terminal",
          "refund-exceeds-captured",
          "capture-exceeds-authorized");

  private Expected() {}

  /** Every kind of fault at every method of every port. */
  static Set<String> faults() {
    Set<String> all = new TreeSet<>();
    for (Fault.Kind kind : Fault.Kind.values()) {
      METHODS.forEach(method -> all.add(kind + " " + method));
    }
    return all;
  }

  /** Every weather, state, rejection and answer. */
  static Set<String> sights() {
    Set<String> all = new TreeSet<>();
    all.add("parked");
    add(all, Weather.values());
    add(all, BusWeather.values());
    add(all, Rejection.Reason.values());
    for (StockStanding.State state : StockStanding.State.values()) {
      all.add("stock " + state);
    }
    for (Lifecycle status : Lifecycle.values()) {
      all.add("order " + status);
    }
    for (Deed deed : Deed.values()) {
      all.add(deed + (deed == Deed.SHIP_TOO_MANY ? " quantity-exceeded" : " done"));
    }
    DEEDS.forEach(word -> all.add("deed " + word));
    HEARD.forEach(word -> all.add("heard " + word));
    ATTEMPTS.forEach(attempt -> all.add("attempt " + attempt));
    return all;
  }

  private static void add(Set<String> all, Enum<?>[] values) {
    for (Enum<?> value : values) {
      all.add(value.getDeclaringClass().getSimpleName() + " " + value.name());
    }
  }
}
