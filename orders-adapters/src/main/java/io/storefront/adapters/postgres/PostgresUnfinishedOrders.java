package io.storefront.adapters.postgres;

import static java.util.Comparator.comparing;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import io.storefront.orders.Order;
import io.storefront.orders.OrderId;
import io.storefront.orders.StorefrontId;
import io.storefront.orders.port.Lease;
import io.storefront.orders.port.UnfinishedOrders;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** Leases by the database's clock, each in one short statement; the work happens outside. */
final class PostgresUnfinishedOrders implements UnfinishedOrders {
  private static final String LEASE =
      """
      UPDATE order_work w
      SET epoch = w.epoch + 1, tries = w.tries + 1,
          due_at = now() + :millis * interval '1 millisecond',
          leased_until = now() + :millis * interval '1 millisecond'
      FROM due WHERE w.order_id = due.order_id
      RETURNING w.order_id, w.epoch, w.tries, due.due_at, due.leased_until IS NOT NULL AS expired
      """;

  /** A lease makes the work due when it runs out, so that one time says both. */
  private static final String LEASE_DUE =
      """
      WITH due AS (
        SELECT order_id, due_at, leased_until FROM order_work WHERE due_at <= now()
        ORDER BY due_at LIMIT :max FOR UPDATE SKIP LOCKED
      )
      """
          + LEASE;

  private static final String LEASE_ONE =
      """
      WITH due AS (
        SELECT order_id, due_at, leased_until FROM order_work
        WHERE order_id = :id AND storefront = :storefront AND (due_at <= now()) IS TRUE
        FOR UPDATE SKIP LOCKED
      )
      """
          + LEASE;

  private static final String POSTPONE =
      """
      UPDATE order_work
      SET epoch = epoch + 1, leased_until = NULL,
          due_at = now() + :millis * interval '1 millisecond'
      WHERE order_id = :id AND epoch = :epoch
      """;

  /** The epoch outlives the row, because it must never fall. */
  private static final String FINISH =
      """
      WITH done AS (
        DELETE FROM order_work WHERE order_id = :id AND epoch = :epoch RETURNING order_id, epoch
      )
      UPDATE orders o SET last_epoch = greatest(o.last_epoch, done.epoch)
      FROM done WHERE o.id = done.order_id
      """;

  private static final String UNTIL_DUE =
      """
      SELECT ceil(extract(epoch FROM due_at - now()) * 1000)::bigint
      FROM order_work ORDER BY due_at LIMIT 1
      """;

  private final Database database;
  private final Incidents incidents;

  PostgresUnfinishedOrders(Database database, Incidents incidents) {
    this.database = database;
    this.incidents = incidents;
  }

  @Override
  public List<Leased> lease(int max, Duration length) {
    return database.read(
        handle ->
            withOrders(
                handle,
                handle
                    .createQuery(LEASE_DUE)
                    .bind("max", max)
                    .bind("millis", length.toMillis())
                    .map(this::due)
                    .list()));
  }

  @Override
  public Optional<Leased> lease(StorefrontId storefront, OrderId order, Duration length) {
    return database.read(
        handle ->
            withOrders(
                    handle,
                    handle
                        .createQuery(LEASE_ONE)
                        .bind("id", OrderKeys.uuid(order))
                        .bind("storefront", storefront.value())
                        .bind("millis", length.toMillis())
                        .map(this::due)
                        .list())
                .stream()
                .findFirst());
  }

  /** Gives the lease up at once: its epoch is past. */
  @Override
  public void postpone(Lease lease, Duration delay) {
    database.write(
        (handle, again) ->
            handle
                .createUpdate(POSTPONE)
                .bind("id", OrderKeys.uuid(lease.order()))
                .bind("epoch", lease.epoch())
                .bind("millis", delay.toMillis())
                .execute());
  }

  @Override
  public void finish(Lease lease) {
    database.write(
        (handle, again) ->
            handle
                .createUpdate(FINISH)
                .bind("id", OrderKeys.uuid(lease.order()))
                .bind("epoch", lease.epoch())
                .execute());
  }

  @Override
  public Optional<Duration> untilDue() {
    return database
        .read(handle -> handle.createQuery(UNTIL_DUE).mapTo(Long.class).findOne())
        .map(millis -> Duration.ofMillis(Math.max(0, millis)));
  }

  private record Due(Lease lease, Instant since) {}

  private Due due(ResultSet row, StatementContext context) throws SQLException {
    if (row.getBoolean("expired")) {
      incidents.leaseExpired();
    }
    OrderId order = OrderKeys.orderId(row.getObject("order_id", java.util.UUID.class));
    return new Due(
        new Lease(order, row.getLong("epoch"), row.getInt("tries")), Columns.time(row, "due_at"));
  }

  /** Read after the lease, so that they are the orders as they are now. */
  private static List<Leased> withOrders(Handle handle, List<Due> leased) {
    if (leased.isEmpty()) {
      return List.of();
    }
    Map<OrderId, Order> orders =
        OrderReader.findAll(
                handle, leased.stream().map(due -> OrderKeys.uuid(due.lease().order())).toList())
            .stream()
            .collect(toMap(Order::id, identity()));
    return leased.stream()
        .sorted(comparing(Due::since))
        .flatMap(
            due ->
                Optional.ofNullable(orders.get(due.lease().order()))
                    .map(order -> new Leased(order, due.lease()))
                    .stream())
        .toList();
  }
}
