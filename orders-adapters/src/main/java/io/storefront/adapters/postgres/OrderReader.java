package io.storefront.adapters.postgres;

import io.storefront.orders.Order;
import io.storefront.orders.PaymentLedger;
import io.storefront.orders.Records;
import io.storefront.orders.StorefrontId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.joda.money.CurrencyUnit;

/**
 * Puts orders together again, each in one row of one round trip. A condition is written as {@code
 * IS TRUE} where no index shall be chosen for it: plans that were made while a table was empty stay
 * in use while it fills, and then every index had looked the same.
 */
final class OrderReader {
  private static final String WHOLE =
      """
      SELECT row_to_json(o) AS "order", row_to_json(c) AS contact,
             (SELECT json_agg(l ORDER BY l.number)
              FROM order_line l WHERE l.order_id = o.id) AS lines,
             (SELECT coalesce(json_agg(a ORDER BY a.number), '[]')
              FROM payment_attempt a WHERE a.order_id = o.id) AS attempts,
      """
          + RecordSql.READ
          + """
          FROM orders o JOIN order_contact c ON c.order_id = o.id
          """;

  private static final String BY_ID =
      WHOLE + "WHERE o.id = :id AND (o.storefront = :storefront) IS TRUE";

  private static final String BY_IDS = WHOLE + "WHERE o.id = ANY (:ids)";

  private static final String BY_REFERENCE =
      WHOLE
          + """
          WHERE o.external_reference = :reference
            AND (o.storefront = :storefront) IS TRUE
            AND o.status <> 'REJECTED'
          """;

  private OrderReader() {}

  static Optional<Order> find(Handle handle, StorefrontId storefront, UUID id) {
    return handle
        .createQuery(BY_ID)
        .bind("id", id)
        .bind("storefront", storefront.value())
        .map(OrderReader::order)
        .findOne();
  }

  static Optional<Order> findByReference(Handle handle, StorefrontId storefront, String reference) {
    return handle
        .createQuery(BY_REFERENCE)
        .bind("storefront", storefront.value())
        .bind("reference", reference)
        .map(OrderReader::order)
        .findOne();
  }

  static List<Order> findAll(Handle handle, Collection<UUID> ids) {
    return handle
        .createQuery(BY_IDS)
        .bindArray("ids", UUID.class, ids)
        .map(OrderReader::order)
        .list();
  }

  private static Order order(ResultSet row, StatementContext context) throws SQLException {
    OrderRow order = Json.one(row, "order", OrderRow.class);
    ContactRow contact = Json.one(row, "contact", ContactRow.class);
    CurrencyUnit currency = order.currencyUnit();
    return new Order(
        OrderKeys.orderId(order.id()),
        new StorefrontId(order.storefront()),
        order.toTerms(contact),
        Json.all(row, "lines", LineRow[].class).stream()
            .map(line -> line.toLine(currency))
            .toList(),
        contact.toParticulars(),
        new PaymentLedger(
            Json.all(row, "attempts", AttemptRow[].class).stream()
                .map(attempt -> attempt.toAttempt(currency))
                .toList()),
        order.toStock(),
        records(row, currency),
        order.toStanding());
  }

  private static Records records(ResultSet row, CurrencyUnit currency) throws SQLException {
    return Columns.optionalText(row, "records")
        .map(rows -> Json.read(rows, RecordRows.class).toRecords(currency))
        .orElse(Records.NONE);
  }
}
