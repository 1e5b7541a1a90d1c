package io.storefront.adapters.postgres;

import io.storefront.orders.Rejection;
import io.storefront.orders.Shortage;
import io.storefront.orders.Sku;
import java.util.List;
import java.util.Optional;

/** What orders.rejection holds. */
record RejectionRow(String reason, Optional<String> declineCode, List<ShortageRow> shortages) {

  /** Also what a refused claim carries out of the database. */
  record ShortageRow(String sku, long requested, long available) {
    Shortage toShortage() {
      return new Shortage(new Sku(sku), requested, available);
    }
  }

  static RejectionRow of(Rejection rejection) {
    return new RejectionRow(
        rejection.reason().name(),
        rejection.declineCode(),
        rejection.shortages().stream()
            .map(line -> new ShortageRow(line.sku().value(), line.requested(), line.available()))
            .toList());
  }

  Rejection toRejection() {
    return new Rejection(
        Rejection.Reason.valueOf(reason),
        declineCode,
        shortages.stream().map(ShortageRow::toShortage).toList());
  }
}
