package io.storefront.adapters.postgres;

import io.storefront.app.port.OrderFeed;
import io.storefront.orders.StorefrontId;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Positions are given in one statement, which is one transaction. */
final class PostgresOrderFeed implements OrderFeed {
  private static final int MOST_OF_AN_ORDER = 10;

  private final Database database;

  PostgresOrderFeed(Database database) {
    this.database = database;
  }

  @Override
  public int append(int most) {
    return database.write(
        (handle, again) ->
            handle
                .createQuery(FeedSql.APPEND)
                .bind("most", most)
                .bind("each", MOST_OF_AN_ORDER)
                .mapTo(Integer.class)
                .one());
  }

  @Override
  public List<Item> read(Optional<StorefrontId> storefront, long after, int limit) {
    return database.read(
        handle ->
            query(handle, storefront)
                .bind("after", after)
                .bind("limit", limit)
                .map((row, context) -> new Item(row.getLong("position"), EventRow.entry(row)))
                .list());
  }

  private static Query query(Handle handle, Optional<StorefrontId> storefront) {
    return storefront
        .map(id -> handle.createQuery(FeedSql.READ_ONE_STOREFRONT).bind("storefront", id.value()))
        .orElseGet(() -> handle.createQuery(FeedSql.READ));
  }
}
