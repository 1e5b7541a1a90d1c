package io.storefront.adapters.postgres;

import io.storefront.app.events.JournalEntry;
import io.storefront.orders.Actor;
import io.storefront.orders.Address;
import io.storefront.orders.CustomerId;
import io.storefront.orders.Order;
import io.storefront.orders.OrderEvent;
import io.storefront.orders.OrderLine;
import io.storefront.orders.RecordId;
import io.storefront.orders.Sku;
import io.storefront.orders.StorefrontId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** A row of order_journal. */
record EventRow(int eventSeq, String type, String actor, Payload payload, Instant at) {

  /** Thin: no personal data. What has been asked for is told once, when the order is placed. */
  record Payload(
      Optional<Long> amountMinor,
      Optional<String> currency,
      Optional<String> reason,
      Optional<String> record,
      Optional<String> customer,
      Optional<String> country,
      Optional<List<Units>> units) {

    JournalEntry.Details toDetails() {
      return new JournalEntry.Details(
          amountMinor.map(minor -> Money.ofMinor(CurrencyUnit.of(currency.orElseThrow()), minor)),
          reason,
          record,
          customer.map(CustomerId::new),
          country,
          units.orElseGet(List::of).stream()
              .map(each -> new JournalEntry.Units(new Sku(each.sku()), each.quantity()))
              .toList());
    }
  }

  /** Some pieces of one product. */
  record Units(String sku, int quantity) {
    static Units of(OrderLine line) {
      return new Units(line.sku().value(), line.quantity());
    }
  }

  /** A row to be written. */
  static EventRow of(OrderEvent event, Order order) {
    Optional<Order> placed =
        Optional.of(order).filter(any -> event.type() == OrderEvent.Type.PLACED);
    return new EventRow(
        event.sequence(),
        event.type().name(),
        event.actor().value(),
        new Payload(
            event.amount().map(Money::getAmountMinorLong),
            event.amount().map(amount -> amount.getCurrencyUnit().getCode()),
            event.reason(),
            event.record().map(RecordId::toString),
            placed.map(it -> it.terms().customer().id().value()),
            placed.flatMap(it -> it.particulars().address()).map(Address::country),
            placed.map(it -> it.lines().stream().map(Units::of).toList())),
        event.at());
  }

  /** The entry in a row that has the columns of order_journal and the order's storefront. */
  static JournalEntry entry(ResultSet row) throws SQLException {
    return new JournalEntry(
        new StorefrontId(Columns.text(row, "storefront")),
        OrderKeys.orderId(row.getObject("order_id", UUID.class)),
        row.getInt("event_seq"),
        row.getLong("version"),
        Columns.text(row, "type").toLowerCase(Locale.ROOT).replace('_', '-'),
        Columns.time(row, "at"),
        new Actor(Columns.text(row, "actor")),
        Json.one(row, "payload", Payload.class).toDetails());
  }
}
