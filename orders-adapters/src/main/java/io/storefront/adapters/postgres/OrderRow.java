package io.storefront.adapters.postgres;

import io.storefront.orders.Actor;
import io.storefront.orders.CancelRequest;
import io.storefront.orders.CustomerId;
import io.storefront.orders.ExternalReference;
import io.storefront.orders.Hold;
import io.storefront.orders.Lifecycle;
import io.storefront.orders.Order;
import io.storefront.orders.Standing;
import io.storefront.orders.Statuses;
import io.storefront.orders.StockStanding;
import io.storefront.orders.Terms;
import io.storefront.orders.Totals;
import io.storefront.orders.port.ChangeId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** A row of orders, but for what only the database knows. */
record OrderRow(
    UUID id,
    String storefront,
    String status,
    long version,
    UUID changeId,
    int lastEvent,
    Optional<String> externalReference,
    String contentHash,
    String customerId,
    String currency,
    long linesMinor,
    long discountMinor,
    long shippingMinor,
    long taxIncludedMinor,
    long taxAddedMinor,
    long totalMinor,
    int lineCount,
    int recordCount,
    String paymentStatus,
    String fulfillmentStatus,
    String returnStatus,
    String stockState,
    int stockRevision,
    Optional<RejectionRow> rejection,
    Optional<Instant> cancelRequestedAt,
    Optional<String> cancelRequestedBy,
    Optional<String> cancelReason,
    Optional<Instant> heldAt,
    Optional<String> heldBy,
    Optional<String> holdReason,
    Instant deadlineAt,
    Instant placedAt,
    Instant updatedAt,
    Optional<Instant> deletedAt) {

  static OrderRow of(Order order, ChangeId change) {
    Terms terms = order.terms();
    Standing standing = order.standing();
    Statuses statuses = Statuses.of(order);
    return new OrderRow(
        OrderKeys.uuid(order.id()),
        order.storefront().value(),
        standing.status().name(),
        standing.version(),
        change.value(),
        standing.lastEvent(),
        terms.reference().map(ExternalReference::value),
        terms.contentHash(),
        terms.customer().id().value(),
        terms.currency().getCode(),
        terms.totals().lines().getAmountMinorLong(),
        terms.totals().discount().getAmountMinorLong(),
        terms.totals().shipping().getAmountMinorLong(),
        terms.totals().taxIncluded().getAmountMinorLong(),
        terms.totals().taxAdded().getAmountMinorLong(),
        terms.totals().grandTotal().getAmountMinorLong(),
        order.lines().size(),
        RecordRows.count(order.records()),
        statuses.payment().name(),
        statuses.fulfillment().name(),
        statuses.returns().name(),
        order.stock().state().name(),
        order.stock().revision(),
        standing.rejection().map(RejectionRow::of),
        standing.cancelRequest().map(CancelRequest::at),
        standing.cancelRequest().map(request -> request.by().value()),
        standing.cancelRequest().map(CancelRequest::reason),
        standing.hold().map(Hold::since),
        standing.hold().map(hold -> hold.owner().value()),
        standing.hold().map(Hold::reason),
        terms.deadline(),
        terms.placedAt(),
        standing.updatedAt(),
        standing.deletedAt());
  }

  CurrencyUnit currencyUnit() {
    return CurrencyUnit.of(currency);
  }

  Terms toTerms(ContactRow contact) {
    return new Terms(
        contact.toCustomer(new CustomerId(customerId)),
        externalReference.map(ExternalReference::new),
        contentHash,
        new Totals(
            money(linesMinor),
            money(discountMinor),
            money(shippingMinor),
            money(taxIncludedMinor),
            money(taxAddedMinor),
            money(totalMinor)),
        placedAt,
        deadlineAt);
  }

  StockStanding toStock() {
    return new StockStanding(StockStanding.State.valueOf(stockState), stockRevision);
  }

  Standing toStanding() {
    return new Standing(
        Lifecycle.valueOf(status),
        version,
        lastEvent,
        updatedAt,
        toCancelRequest(),
        rejection.map(RejectionRow::toRejection),
        toHold(),
        deletedAt);
  }

  private Optional<CancelRequest> toCancelRequest() {
    return cancelRequestedAt.map(
        at ->
            new CancelRequest(
                at, new Actor(cancelRequestedBy.orElseThrow()), cancelReason.orElseThrow()));
  }

  private Optional<Hold> toHold() {
    return heldAt.map(
        since -> new Hold(holdReason.orElseThrow(), new Actor(heldBy.orElseThrow()), since));
  }

  private Money money(long minor) {
    return Money.ofMinor(currencyUnit(), minor);
  }
}
