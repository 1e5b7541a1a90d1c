package io.storefront.adapters.postgres;

import io.storefront.orders.Actor;
import io.storefront.orders.Cancellation;
import io.storefront.orders.RecordId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A row of cancellation. */
record CancellationRow(
    int number,
    UUID id,
    List<Integer> lines,
    List<Integer> quantities,
    String reason,
    Instant at,
    String actor) {
  static CancellationRow of(int number, Cancellation one) {
    List<Integer> lines = UnitColumns.lines(one.units());
    return new CancellationRow(
        number,
        one.id().uuid(),
        lines,
        UnitColumns.counts(lines, one.units()),
        one.reason(),
        one.at(),
        one.by().value());
  }

  Cancellation toCancellation() {
    return new Cancellation(
        new RecordId(RecordId.Kind.CANCELLATION, id),
        UnitColumns.units(lines, quantities),
        reason,
        at,
        new Actor(actor));
  }
}
