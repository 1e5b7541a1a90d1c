package io.storefront.reliability.postgres;

import io.storefront.adapters.postgres.PostgresAdapters;
import io.storefront.adapters.postgres.PostgresSettings;
import io.storefront.adapters.testkit.TestDatabase;
import io.storefront.app.events.JournalEntry;
import io.storefront.customers.Customer;
import io.storefront.customers.CustomerId;
import io.storefront.customers.CustomerStatus;
import io.storefront.inventory.Adjustment;
import io.storefront.inventory.AdjustmentId;
import io.storefront.inventory.Product;
import io.storefront.inventory.Receipt;
import io.storefront.inventory.Sku;
import io.storefront.inventory.StockLevel;
import io.storefront.orders.Order;
import io.storefront.orders.OrderId;
import io.storefront.orders.StorefrontId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** What is stored, read and furnished past every network that fails. Thread-safe. */
final class Records implements AutoCloseable {
  private static final String ORDERS =
      "SELECT id FROM orders WHERE storefront = :run ORDER BY id DESC";

  private static final String UNFINISHED =
      """
      SELECT 'work of ' || order_id || ' due ' || due_at || ' epoch ' || epoch || ' tries ' || tries
      FROM order_work
      UNION ALL
      SELECT 'events of ' || order_id || ' to ' || last_seq || ', fed ' || fed_seq
             || ', published ' || published_seq || ', next ' || next_attempt_at
      FROM outbox_head
      """;

  private static final String TERMINATE =
      """
      SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity
      WHERE datname = current_database() AND application_name = 'oms'
      """;

  private static final String FORGOTTEN_TRANSACTIONS =
      """
      SELECT count(*) FROM pg_stat_activity
      WHERE datname = current_database() AND state LIKE 'idle in transaction%'
        AND state_change < now() - interval '3 seconds'
      """;

  private static final String DEADLOCKS =
      "SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()";

  private final Jdbi jdbi;
  private final PostgresAdapters postgres;

  Records(TestDatabase database) {
    this.postgres =
        PostgresAdapters.openLazily(
            PostgresSettings.of(
                    database.jdbcUrl() + "?ApplicationName=records",
                    database.user(),
                    database.password())
                .withMaxPoolSize(2));
    this.jdbi = Jdbi.create(postgres.dataSource());
  }

  /** A customer who may order, and goods on a shelf. */
  void furnish(Schedule schedule, String run) {
    Instant now = Instant.now();
    postgres
        .customers()
        .commit(
            new io.storefront.customers.port.Change(
                new Customer(
                    new CustomerId(Shopper.customer(run)),
                    new io.storefront.customers.StorefrontId(run),
                    "Ada",
                    "ada@example.com",
                    Optional.empty(),
                    CustomerStatus.ACTIVE,
                    1,
                    now,
                    now),
                io.storefront.customers.Enclosure.NONE));
    schedule
        .shelf()
        .forEach(
            (goods, units) -> {
              Sku sku = new Sku(goods.sku(run).value());
              postgres
                  .products()
                  .put(new Product(sku, "Any", List.of(goods.price), true, 1, now, now), 0);
              postgres.stockItems().adjust(received(sku, units, now), Receipt.none());
            });
  }

  /** Newest first. */
  List<OrderId> ids(String run) {
    return jdbi.withHandle(
        handle ->
            handle.createQuery(ORDERS).bind("run", run).mapTo(UUID.class).stream()
                .map(id -> new OrderId("ord_" + id))
                .toList());
  }

  Order order(String run, OrderId id) {
    return postgres.orders().find(new StorefrontId(run), id).orElseThrow();
  }

  List<JournalEntry> journal(OrderId id) {
    return postgres.orderJournal().read(id, 0, 100);
  }

  StockLevel level(Goods goods, String run) {
    return postgres.stockItems().level(new Sku(goods.sku(run).value())).orElseThrow();
  }

  /** What somebody still has to do. */
  List<String> unfinished() {
    return jdbi.withHandle(handle -> handle.createQuery(UNFINISHED).mapTo(String.class).list());
  }

  /** Ends every connection of every node; how many there were. */
  long terminate() {
    return number(TERMINATE);
  }

  long forgottenTransactions() {
    return number(FORGOTTEN_TRANSACTIONS);
  }

  long deadlocks() {
    return number(DEADLOCKS);
  }

  @Override
  public void close() {
    postgres.close();
  }

  private long number(String query) {
    return jdbi.withHandle(handle -> handle.createQuery(query).mapTo(Long.class).one());
  }

  private static Adjustment received(Sku sku, int units, Instant now) {
    return new Adjustment(
        new AdjustmentId("adj_" + UUID.randomUUID()),
        sku,
        units,
        Adjustment.RECEIVED,
        Optional.empty(),
        now);
  }
}
