package io.storefront.adapters.postgres;

import io.storefront.orders.Actor;
import io.storefront.orders.RecordId;
import io.storefront.orders.Return;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A row of order_return. */
record ReturnRow(
    int number,
    UUID id,
    List<Integer> lines,
    List<Integer> quantities,
    List<Integer> restocked,
    List<Integer> writtenOff,
    String reason,
    String state,
    Instant requestedAt,
    String actor) {
  static ReturnRow of(int number, Return one) {
    List<Integer> lines = UnitColumns.lines(one.units());
    return new ReturnRow(
        number,
        one.id().uuid(),
        lines,
        UnitColumns.counts(lines, one.units()),
        UnitColumns.counts(lines, one.restocked()),
        UnitColumns.counts(lines, one.writtenOff()),
        one.reason(),
        one.state().name(),
        one.requestedAt(),
        one.by().value());
  }

  Return toReturn() {
    return new Return(
        new RecordId(RecordId.Kind.RETURN, id),
        UnitColumns.units(lines, quantities),
        UnitColumns.units(lines, restocked),
        UnitColumns.units(lines, writtenOff),
        reason,
        Return.State.valueOf(state),
        requestedAt,
        new Actor(actor));
  }
}
