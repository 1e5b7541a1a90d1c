package io.storefront.adapters.postgres;

import io.storefront.app.port.OrderSearch.Position;
import io.storefront.app.port.OrderSearch.Row;
import io.storefront.orders.CustomerId;
import io.storefront.orders.ExternalReference;
import io.storefront.orders.FulfillmentStatus;
import io.storefront.orders.Lifecycle;
import io.storefront.orders.OrderId;
import io.storefront.orders.PaymentStatus;
import io.storefront.orders.StorefrontId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.jdbi.v3.core.statement.StatementContext;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * An order that was looked at.
 *
 * @param position in the order asked for
 * @param matches whether it is wanted
 * @param number its place in what was read of its storefront, from 1
 */
record SearchRow(Row row, Position position, boolean matches, int number) {

  static SearchRow of(ResultSet row, StatementContext context) throws SQLException {
    OrderId id = OrderKeys.orderId(row.getObject("id", UUID.class));
    Row found =
        new Row(
            id,
            new StorefrontId(Columns.text(row, "storefront")),
            Columns.optionalText(row, "external_reference").map(ExternalReference::new),
            new CustomerId(Columns.text(row, "customer_id")),
            Lifecycle.valueOf(Columns.text(row, "status")),
            PaymentStatus.valueOf(Columns.text(row, "payment_status")),
            FulfillmentStatus.valueOf(Columns.text(row, "fulfillment_status")),
            Money.ofMinor(
                CurrencyUnit.of(Columns.text(row, "currency")), row.getLong("total_minor")),
            row.getInt("line_count"),
            Columns.time(row, "placed_at"),
            Columns.time(row, "updated_at"),
            Columns.optionalTime(row, "deleted_at"),
            row.getLong("version"));
    return new SearchRow(
        found,
        new Position(Columns.time(row, "at"), id),
        row.getBoolean("matches"),
        row.getInt("n"));
  }
}
