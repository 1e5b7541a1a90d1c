package io.storefront.adapters.postgres;

import static io.storefront.orders.testkit.OrderBuilder.NOON;
import static io.storefront.orders.testkit.OrderBuilder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import io.storefront.adapters.testkit.PostgresVersion;
import io.storefront.adapters.testkit.TestDatabase;
import io.storefront.app.port.EventPublisher;
import io.storefront.app.port.OrderFeed.Item;
import io.storefront.app.relay.Relay;
import io.storefront.orders.Actor;
import io.storefront.orders.Order;
import io.storefront.orders.OrderId;
import io.storefront.orders.Rejection;
import io.storefront.orders.port.Change;
import io.storefront.orders.port.Orders;
import io.storefront.orders.port.Orders.CommitAnswer;
import io.storefront.orders.testkit.Changes;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Orders in a database of their own whose events are to be relayed. */
record Relaying(TestDatabase database, PostgresAdapters postgres) implements AutoCloseable {
  private static final int CONNECTIONS = 30;
  private static final int ROUNDS = 10_000;

  static Relaying start() {
    return start(PostgresVersion.NEWEST);
  }

  static Relaying start(PostgresVersion version) {
    TestDatabase database = TestDatabase.create(version);
    return new Relaying(
        database, PostgresAdapters.open(database.settings().withMaxPoolSize(CONNECTIONS)));
  }

  @Override
  public void close() {
    postgres.close();
  }

  Relay relay(EventPublisher publisher) {
    return new Relay(postgres.outbox(), postgres.orderFeed(), publisher, InstantSource.system());
  }

  /** An order with two events: placed and rejected. */
  OrderId rejected() {
    return rejected(postgres.orders());
  }

  static OrderId rejected(Orders orders) {
    Order placed = commit(orders, Changes.placing(anOrder().act()));
    return rejected(orders, placed);
  }

  static Order placed(Orders orders) {
    return commit(orders, Changes.placing(anOrder().act()));
  }

  static OrderId rejected(Orders orders, Order placed) {
    return commit(
            orders, Changes.after(placed, placed.reject(Rejection.late(), Actor.SYSTEM, NOON)))
        .id();
  }

  List<OrderId> rejected(int count) {
    return Stream.generate(this::rejected).limit(count).toList();
  }

  /** As if all pauses and claims had run out, but for parked orders. */
  void timePasses() {
    execute("UPDATE outbox_head SET next_attempt_at = now() WHERE next_attempt_at < 'infinity'");
  }

  /** What was committed is to be published once more. */
  void forgetEverything() {
    execute(
        "DELETE FROM outbox_head",
        "DELETE FROM order_feed",
        "INSERT INTO outbox_head (order_id, last_seq, fed_seq, published_seq, next_attempt_at)"
            + " SELECT order_id, max(event_seq), 0, 0, now() FROM order_journal GROUP BY order_id");
  }

  private void execute(String... statements) {
    try (Connection connection = postgres.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  static void untilNothing(Relay relay) {
    for (int round = 0; round < ROUNDS; round++) {
      if (relay.round() == 0) {
        return;
      }
    }
    throw new AssertionError("there is always more to relay");
  }

  List<Item> feed() {
    return postgres.orderFeed().read(Optional.empty(), 0, 1_000_000);
  }

  long heads() {
    return database.number("SELECT count(*) FROM outbox_head");
  }

  /** Everything that was told is in the feed, is marked as published, and has left the outbox. */
  void expectAllPublished() {
    assertThat(heads()).isZero();
    assertThat(
            database.number(
                "SELECT count(*) FROM order_journal j LEFT JOIN order_feed f"
                    + " ON f.order_id = j.order_id AND f.event_seq = j.event_seq"
                    + " WHERE f.published IS NOT TRUE"))
        .isZero();
    assertThat(
            database.number(
                "SELECT count(*) FROM order_feed a JOIN order_feed b"
                    + " ON a.order_id = b.order_id"
                    + " AND a.event_seq < b.event_seq AND a.position > b.position"))
        .isZero();
    assertThat(
            database.number(
                "SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()"))
        .isZero();
  }

  private static Order commit(Orders orders, Change change) {
    assertThat(orders.commit(change)).isEqualTo(new CommitAnswer.Committed());
    return change.order();
  }
}
