package io.storefront.adapters.postgres;

import io.storefront.orders.Actor;
import io.storefront.orders.RecordId;
import io.storefront.orders.Refund;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** A row of refund. */
record RefundRow(
    int number,
    UUID id,
    List<Integer> lines,
    List<Integer> quantities,
    long shippingMinor,
    long adjustmentMinor,
    long amountMinor,
    String reason,
    String state,
    Instant at,
    String actor) {
  static RefundRow of(int number, Refund one) {
    List<Integer> lines = UnitColumns.lines(one.units());
    return new RefundRow(
        number,
        one.id().uuid(),
        lines,
        UnitColumns.counts(lines, one.units()),
        one.shipping().getAmountMinorLong(),
        one.adjustment().getAmountMinorLong(),
        one.amount().getAmountMinorLong(),
        one.reason(),
        one.state().name(),
        one.at(),
        one.by().value());
  }

  Refund toRefund(CurrencyUnit currency) {
    return new Refund(
        new RecordId(RecordId.Kind.REFUND, id),
        UnitColumns.units(lines, quantities),
        Money.ofMinor(currency, shippingMinor),
        Money.ofMinor(currency, adjustmentMinor),
        Money.ofMinor(currency, amountMinor),
        reason,
        Refund.State.valueOf(state),
        at,
        new Actor(actor));
  }
}
