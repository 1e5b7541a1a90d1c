package io.storefront.adapters.postgres;

import io.storefront.orders.OrderEvent;
import java.time.Instant;
import java.util.Optional;
import org.joda.money.Money;

/** A row of order_journal. */
record EventRow(int eventSeq, String type, String actor, Payload payload, Instant at) {

  /** Thin: no personal data, nothing that could be read from the order. */
  record Payload(Optional<Long> amountMinor, Optional<String> currency, Optional<String> reason) {}

  static EventRow of(OrderEvent event) {
    return new EventRow(
        event.sequence(),
        event.type().name(),
        event.actor().value(),
        new Payload(
            event.amount().map(Money::getAmountMinorLong),
            event.amount().map(amount -> amount.getCurrencyUnit().getCode()),
            event.reason()),
        event.at());
  }
}
