package io.storefront.adapters.postgres;

import static io.storefront.orders.testkit.OrderBuilder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.storefront.adapters.postgres.BrokenConnections.Break;
import io.storefront.adapters.testkit.TestDatabase;
import io.storefront.app.answers.RequestEnclosure;
import io.storefront.orders.Enclosure;
import io.storefront.orders.Order;
import io.storefront.orders.PaymentToken;
import io.storefront.orders.PortUnavailable;
import io.storefront.orders.Sku;
import io.storefront.orders.port.Change;
import io.storefront.orders.port.Orders;
import io.storefront.orders.port.Orders.CommitAnswer;
import io.storefront.orders.testkit.Changes;
import io.storefront.orders.testkit.Fixtures;
import io.storefront.orders.testkit.OrderBuilder;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An answer to a commit that was lost is settled by committing the same change again. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class UncertainCommitTest {
  private final TestDatabase database = TestDatabase.create();
  private final BrokenConnections connections = new BrokenConnections(database.dataSource());
  private final PostgresAdapters postgres = PostgresAdapters.over(connections.dataSource());
  private final Orders orders = postgres.orders();

  @ParameterizedTest
  @EnumSource(Break.class)
  void a_new_order_is_stored_once_with_its_stock_and_its_request(Break how) {
    Sku sku = Fixtures.newSku("LAST");
    Shelves.receive(postgres, sku, 2);
    Change placing = placing(sku, 2, claimed());

    connections.breakNext(how);

    assertThat(orders.commit(placing)).isEqualTo(new CommitAnswer.Committed());
    assertThat(connections.haveBroken()).isTrue();
    assertThat(orders.find(OrderBuilder.STOREFRONT, placing.order().id()))
        .contains(placing.order());
    assertThat(Shelves.available(postgres, sku)).isZero();
    assertThat(database.number("SELECT count(*) FROM order_journal")).isEqualTo(1);
    assertThat(database.number("SELECT count(*) FROM idempotency")).isEqualTo(1);
    assertThat(database.number("SELECT sum(quantity) FROM stock_ledger WHERE kind = 'CLAIMED'"))
        .isEqualTo(2);
  }

  @ParameterizedTest
  @EnumSource(Break.class)
  void a_later_version_is_stored_once(Break how) {
    Order placed = committed(Changes.placing(anOrder().act()));
    Change next =
        Changes.after(placed, placed.authorizing(new PaymentToken("tok_x"), OrderBuilder.NOON));

    connections.breakNext(how);

    assertThat(orders.commit(next)).isEqualTo(new CommitAnswer.Committed());
    assertThat(connections.haveBroken()).isTrue();
    assertThat(orders.find(OrderBuilder.STOREFRONT, placed.id())).contains(next.order());
  }

  @ParameterizedTest
  @EnumSource(Break.class)
  void who_decided_on_an_old_version_is_told_so_whatever_breaks(Break how) {
    Order placed = committed(Changes.placing(anOrder().act()));
    Order asked = placed.authorizing(new PaymentToken("tok_x"), OrderBuilder.NOON);
    committed(Changes.after(placed, asked));

    connections.breakNext(how);

    assertThat(orders.commit(Changes.after(placed, asked))).isEqualTo(new CommitAnswer.Stale());
    assertThat(connections.haveBroken()).isTrue();
  }

  @Test
  void what_stays_broken_is_unavailable() {
    Change placing = Changes.placing(anOrder().act());
    PostgresAdapters dead =
        PostgresAdapters.over(new BrokenConnections(database.dataSource()).alwaysBroken());
    assertThatExceptionOfType(PortUnavailable.class)
        .isThrownBy(() -> dead.orders().commit(placing))
        .satisfies(failure -> assertThat(failure.port()).isEqualTo("Orders"));
    assertThat(orders.commit(placing)).isEqualTo(new CommitAnswer.Committed());
  }

  private Order committed(Change change) {
    assertThat(orders.commit(change)).isEqualTo(new CommitAnswer.Committed());
    return change.order();
  }

  private static Enclosure claimed() {
    return new RequestEnclosure.Claimed(Requests.key(UUID.randomUUID().toString()), "print");
  }

  private static Change placing(Sku sku, int units, Enclosure enclosure) {
    Change change = Changes.placingWithStock(anOrder().of(units, sku).act());
    return new Change(
        change.id(),
        change.order(),
        change.events(),
        change.claim(),
        change.work(),
        change.lease(),
        enclosure);
  }
}
