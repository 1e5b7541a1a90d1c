package io.storefront.orders;

import java.time.Instant;
import java.util.Optional;
import org.joda.money.CurrencyUnit;

/**
 * What was agreed when the order was placed; never changes.
 *
 * @param contentHash tells whether another request asks for the same: SHA-256 over everything the
 *     storefront sent but the payment token, in hexadecimal
 * @param deadline when an order that is still pending is given up
 */
public record Terms(
    CustomerSnapshot customer,
    Optional<ExternalReference> reference,
    String contentHash,
    Totals totals,
    Instant placedAt,
    Instant deadline) {
  /** The currency of every amount in the order. */
  public CurrencyUnit currency() {
    return totals.grandTotal().getCurrencyUnit();
  }
}
