package io.storefront.adapters.postgres;

import static io.storefront.orders.testkit.OrderBuilder.STOREFRONT;
import static io.storefront.orders.testkit.OrderBuilder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import io.storefront.adapters.testkit.TestDatabase;
import io.storefront.app.port.OrderSearch;
import io.storefront.app.port.OrderSearch.Page;
import io.storefront.app.port.OrderSearch.Position;
import io.storefront.app.port.OrderSearch.Query;
import io.storefront.app.port.OrderSearch.Sort;
import io.storefront.orders.Lifecycle;
import io.storefront.orders.OrderId;
import io.storefront.orders.Sku;
import io.storefront.orders.testkit.Changes;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Lists stay bounded in what they read, however many orders there are. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LargeListsTest {
  private static final int ORDERS = 5_000;
  private static final Sku SKU = new Sku("EVERYBODYS");

  private static final TestDatabase DATABASE = TestDatabase.create();
  private static final OrderSearch SEARCH =
      PostgresAdapters.over(DATABASE.dataSource()).orderSearch();

  @BeforeAll
  static void place() {
    PostgresAdapters.over(DATABASE.dataSource())
        .orders()
        .commit(Changes.placing(anOrder().of(1, SKU).act()));
    DATABASE.execute(
        """
        CREATE TEMP TABLE more AS
        SELECT (jsonb_populate_record(o, jsonb_build_object(
                 'id', gen_random_uuid(),
                 'placed_at', o.placed_at + n * interval '1 second'))).*
        FROM orders o, generate_series(2, %d) n;
        INSERT INTO orders SELECT * FROM more;
        INSERT INTO order_line
        SELECT (jsonb_populate_record(l, jsonb_build_object('order_id', more.id))).*
        FROM order_line l, more;
        ANALYZE
        """
            .formatted(ORDERS));
  }

  @Test
  void a_page_reads_at_most_2000_rows_and_says_where_to_go_on() {
    Page first = SEARCH.page(query(Optional.of(Lifecycle.CANCELLED), Optional.empty()));
    assertThat(first.rows()).isEmpty();
    Page second = SEARCH.page(query(Optional.of(Lifecycle.CANCELLED), first.next()));
    Page third = SEARCH.page(query(Optional.of(Lifecycle.CANCELLED), second.next()));

    assertThat(first.next()).isPresent();
    assertThat(second.next()).isPresent();
    assertThat(third).isEqualTo(new Page(java.util.List.of(), Optional.empty()));
    assertThat(between(Optional.empty(), first.next().orElseThrow()))
        .isEqualTo(PostgresOrderSearch.MOST_READ);
    assertThat(between(first.next(), second.next().orElseThrow()))
        .isEqualTo(PostgresOrderSearch.MOST_READ);
  }

  @Test
  void a_sku_that_everybody_orders_is_listed_completely() {
    Set<OrderId> found = new HashSet<>();
    Optional<Position> next = Optional.empty();
    int listed = 0;
    do {
      Page page = SEARCH.page(query(Optional.empty(), next));
      page.rows().forEach(row -> found.add(row.id()));
      listed += page.rows().size();
      next = page.next();
    } while (next.isPresent());
    assertThat(listed).isEqualTo(ORDERS);
    assertThat(found).hasSize(ORDERS);
  }

  private static Query query(Optional<Lifecycle> status, Optional<Position> after) {
    return new Query(
        Optional.of(STOREFRONT),
        status,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(SKU),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false,
        Sort.PLACED_DESCENDING,
        after,
        200);
  }

  private static long between(Optional<Position> from, Position to) {
    String newest = from.map(position -> position.at().toString()).orElse("infinity");
    return DATABASE.number(
        "SELECT count(*) FROM orders WHERE placed_at < '%s' AND placed_at >= '%s'"
            .formatted(newest, to.at()));
  }
}
