package io.storefront.adapters.postgres;

import io.storefront.app.events.JournalEntry;
import io.storefront.app.port.OrderJournal;
import io.storefront.orders.OrderId;
import java.util.List;

/** Reads along the primary key. */
final class PostgresOrderJournal implements OrderJournal {
  private static final String READ =
      """
      SELECT j.*, (SELECT o.storefront FROM orders o WHERE o.id = :id) AS storefront
      FROM order_journal j
      WHERE j.order_id = :id AND j.event_seq > :after
      ORDER BY j.event_seq LIMIT :limit
      """;

  private final Database database;

  PostgresOrderJournal(Database database) {
    this.database = database;
  }

  @Override
  public List<JournalEntry> read(OrderId order, int after, int limit) {
    return database.read(
        handle ->
            handle
                .createQuery(READ)
                .bind("id", OrderKeys.uuid(order))
                .bind("after", after)
                .bind("limit", limit)
                .map((row, context) -> EventRow.entry(row))
                .list());
  }
}
