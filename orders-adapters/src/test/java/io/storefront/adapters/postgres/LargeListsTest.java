package io.storefront.adapters.postgres;

import static io.storefront.orders.testkit.OrderBuilder.STOREFRONT;
import static io.storefront.orders.testkit.OrderBuilder.anOrder;
import static java.util.Comparator.comparing;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Lists stay bounded in what they read, however many orders there are. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LargeListsTest {
  private static final int ORDERS = 5_000;
  private static final int OLD_ORDERS = 2_500;
  private static final Sku SKU = new Sku("EVERYBODYS");

  /** On two lines of each of the oldest orders. */
  private static final Sku TWICE = new Sku("TWICE");

  private static final int LIMIT = 200;

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
        SELECT (jsonb_populate_record(l, jsonb_build_object(
                 'order_id', more.id, 'placed_at', more.placed_at))).*
        FROM order_line l, more;
        INSERT INTO order_line
        SELECT (jsonb_populate_record(l, jsonb_build_object('number', n, 'sku', '%s'))).*
        FROM generate_series(2, 3) n, order_line l
        JOIN (SELECT id FROM orders ORDER BY placed_at LIMIT %d) o ON o.id = l.order_id;
        ANALYZE
        """
            .formatted(ORDERS, TWICE.value(), OLD_ORDERS));
  }

  @Test
  void a_page_reads_at_most_2000_rows_and_says_where_to_go_on() {
    Page first = SEARCH.page(query(Optional.of(Lifecycle.CANCELLED), Optional.empty()));
    assertThat(first.rows()).isEmpty();
    Page second = SEARCH.page(query(Optional.of(Lifecycle.CANCELLED), first.next()));
    Page third = SEARCH.page(query(Optional.of(Lifecycle.CANCELLED), second.next()));

    assertThat(first.next()).isPresent();
    assertThat(second.next()).isPresent();
    assertThat(third).isEqualTo(new Page(List.of(), Optional.empty()));
    assertThat(between(Optional.empty(), first.next().orElseThrow()))
        .isEqualTo(PostgresOrderSearch.MOST_READ);
    assertThat(between(first.next(), second.next().orElseThrow()))
        .isEqualTo(PostgresOrderSearch.MOST_READ);
  }

  @ParameterizedTest
  @EnumSource
  void a_sku_of_many_orders_is_listed_completely(Sort sort) {
    assertThat(listed(SKU, sort)).hasSize(ORDERS).doesNotHaveDuplicates();
    assertThat(listed(TWICE, sort)).hasSize(OLD_ORDERS).doesNotHaveDuplicates();
  }

  @Test
  void a_page_of_a_sku_is_full_however_many_others_were_ordered_since() {
    Page page =
        SEARCH.page(query(TWICE, Optional.empty(), Sort.PLACED_DESCENDING, Optional.empty()));

    assertThat(page.rows()).hasSize(LIMIT);
    assertThat(page.rows()).isSortedAccordingTo(comparing(OrderSearch.Row::placedAt).reversed());
  }

  private static List<OrderId> listed(Sku sku, Sort sort) {
    List<OrderId> listed = new ArrayList<>();
    Optional<Position> next = Optional.empty();
    do {
      Page page = SEARCH.page(query(sku, Optional.empty(), sort, next));
      page.rows().forEach(row -> listed.add(row.id()));
      next = page.next();
    } while (next.isPresent());
    return listed;
  }

  private static Query query(Optional<Lifecycle> status, Optional<Position> after) {
    return query(SKU, status, Sort.PLACED_DESCENDING, after);
  }

  private static Query query(
      Sku sku, Optional<Lifecycle> status, Sort sort, Optional<Position> after) {
    return new Query(
        Optional.of(STOREFRONT),
        status,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(sku),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false,
        sort,
        after,
        LIMIT);
  }

  private static long between(Optional<Position> from, Position to) {
    String newest = from.map(position -> position.at().toString()).orElse("infinity");
    return DATABASE.number(
        "SELECT count(*) FROM orders WHERE placed_at < '%s' AND placed_at >= '%s'"
            .formatted(newest, to.at()));
  }
}
