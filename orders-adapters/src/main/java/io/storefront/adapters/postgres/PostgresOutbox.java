package io.storefront.adapters.postgres;

import io.storefront.app.events.JournalEntry;
import io.storefront.app.port.Outbox;
import io.storefront.orders.OrderId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Claims are one statement each; a settlement is two, because it must see what it has locked. */
final class PostgresOutbox implements Outbox {
  private static final int PAGE = 2_000;
  private static final long PARKED = -1;
  private static final double MILLIS = 1_000;
  private static final UUID FIRST = new UUID(0, 0);

  private final Database database;

  PostgresOutbox(Database database) {
    this.database = database;
  }

  @Override
  public List<Backlog> claim(int most, int each, Duration length) {
    return database.write(
        (handle, again) ->
            claimed(handle.createQuery(OutboxSql.CLAIM).bind("most", most), each, length));
  }

  @Override
  public Optional<Backlog> claim(OrderId order, int each, Duration length) {
    return database.write(
        (handle, again) ->
            claimed(
                    handle.createQuery(OutboxSql.CLAIM_ONE).bind("id", OrderKeys.uuid(order)),
                    each,
                    length)
                .stream()
                .findFirst());
  }

  @Override
  public Optional<Duration> untilDue() {
    return database.read(
        handle ->
            handle
                .createQuery(OutboxSql.UNTIL_DUE)
                .mapTo(Double.class)
                .findOne()
                .map(seconds -> Duration.ofMillis((long) Math.ceil(seconds * MILLIS))));
  }

  @Override
  public void settle(List<Settlement> settlements) {
    List<UUID> orders = settlements.stream().map(each -> OrderKeys.uuid(each.order())).toList();
    database.transact(
        (handle, again) -> {
          handle
              .createQuery(OutboxSql.LOCK)
              .bindArray("orders", UUID.class, orders)
              .mapTo(UUID.class)
              .list();
          return handle
              .createUpdate(OutboxSql.SETTLE)
              .bindArray("orders", UUID.class, orders)
              .bindArray(
                  "through", Integer.class, settlements.stream().map(Settlement::through).toList())
              .bindArray(
                  "refusals",
                  Integer.class,
                  settlements.stream().map(Settlement::refusals).toList())
              .bindArray(
                  "millis", Long.class, settlements.stream().map(PostgresOutbox::millis).toList())
              .execute();
        });
  }

  @Override
  public int restore(Duration changedWithin) {
    List<String> storefronts =
        database.read(
            handle -> handle.createQuery(OrderSearchSql.STOREFRONTS).mapTo(String.class).list());
    return storefronts.stream().mapToInt(each -> restore(each, changedWithin)).sum();
  }

  private int restore(String storefront, Duration changedWithin) {
    int restored = 0;
    Optional<Seen> seen = Optional.of(new Seen(0, Optional.empty(), FIRST));
    while (seen.isPresent()) {
      Seen before = seen.get();
      seen = database.write((handle, again) -> restore(handle, storefront, changedWithin, before));
      restored += seen.map(Seen::restored).orElse(0);
    }
    return restored;
  }

  /** How much was restored, and the last order that was looked at. */
  private record Seen(int restored, Optional<Instant> at, UUID order) {}

  private static Optional<Seen> restore(
      Handle handle, String storefront, Duration changedWithin, Seen before) {
    return handle
        .createQuery(OutboxSql.RESTORE)
        .bind("storefront", storefront)
        .bind("millis", changedWithin.toMillis())
        .bind("at", before.at().orElse(null))
        .bind("after", before.order())
        .bind("size", PAGE)
        .map(
            (row, context) ->
                new Seen(
                    row.getInt("restored"),
                    Optional.of(Columns.time(row, "updated_at")),
                    row.getObject("id", UUID.class)))
        .findOne();
  }

  private static List<Backlog> claimed(Query claim, int each, Duration length) {
    Map<OrderId, Backlog> claimed = new LinkedHashMap<>();
    claim
        .bind("each", each)
        .bind("millis", length.toMillis())
        .map((row, context) -> backlog(row))
        .forEach(part -> claimed.merge(part.order(), part, PostgresOutbox::joined));
    return List.copyOf(claimed.values());
  }

  /** A row holds one entry, or none at all. */
  private static Backlog backlog(ResultSet row) throws SQLException {
    boolean isEmpty = row.getObject("event_seq") == null;
    return new Backlog(
        OrderKeys.orderId(row.getObject("head_id", UUID.class)),
        row.getInt("published_seq"),
        row.getInt("refusals"),
        isEmpty ? List.of() : List.of(EventRow.entry(row)));
  }

  private static Backlog joined(Backlog before, Backlog next) {
    List<JournalEntry> entries = new ArrayList<>(before.entries());
    entries.addAll(next.entries());
    return new Backlog(before.order(), before.through(), before.refusals(), entries);
  }

  private static long millis(Settlement settlement) {
    return settlement.pause().map(Duration::toMillis).orElse(PARKED);
  }
}
