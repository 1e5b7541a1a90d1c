package io.storefront.app.testkit;

import static io.storefront.app.testkit.StoredOrders.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.storefront.app.port.OrderSearch;
import io.storefront.app.port.OrderSearch.Page;
import io.storefront.app.port.OrderSearch.Position;
import io.storefront.app.port.OrderSearch.Sort;
import io.storefront.orders.CustomerId;
import io.storefront.orders.FulfillmentStatus;
import io.storefront.orders.Lifecycle;
import io.storefront.orders.Order;
import io.storefront.orders.OrderId;
import io.storefront.orders.PaymentStatus;
import io.storefront.orders.Sku;
import io.storefront.orders.StorefrontId;
import io.storefront.orders.port.Orders;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** What {@link OrderSearch} promises. The storage need not be empty, and may be shared by tests. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
public interface OrderSearchContract {
  /** What is tested. */
  OrderSearch search();

  /** Where the same orders are kept. */
  Orders orders();

  @Test
  default void every_filter_keeps_what_matches_it_and_filters_add_up() {
    StoredOrders stage = new StoredOrders(orders());
    Order plain = stage.placed(NOON);
    Order rejected = stage.rejected(stage.placed(NOON.plusSeconds(1)), NOON.plusSeconds(90));
    Order paid = stage.authorized(stage.placed(NOON.plusSeconds(2)), NOON.plusSeconds(60));
    StorefrontId shop = stage.storefront();

    assertFinds(Searching.in(shop), paid, rejected, plain);
    assertFinds(Searching.in(shop).status(Lifecycle.REJECTED), rejected);
    assertFinds(Searching.in(shop).payment(PaymentStatus.AUTHORIZED), paid);
    assertFinds(Searching.in(shop).payment(PaymentStatus.NONE), rejected, plain);
    assertFinds(Searching.in(shop).fulfillment(FulfillmentStatus.NONE_REQUIRED), rejected);
    assertFinds(Searching.in(shop).customer(customer(paid)), paid);
    for (Order each : List.of(plain, rejected, paid)) {
      assertFinds(Searching.in(shop).reference(each.terms().reference().orElseThrow()), each);
      assertFinds(Searching.in(shop).sku(each.lines().getFirst().sku()), each);
    }
    assertFinds(Searching.in(shop).placed(NOON, NOON.plusSeconds(2)), rejected, plain);
    assertFinds(Searching.in(shop).updatedFrom(NOON.plusSeconds(60)), paid, rejected);
    assertFinds(Searching.in(shop).updatedFrom(NOON.plusMillis(60_001)), rejected);
    assertFinds(Searching.in(shop).status(Lifecycle.PENDING).payment(PaymentStatus.NONE), plain);
    assertFinds(Searching.in(shop).sku(sku(plain)).status(Lifecycle.REJECTED));
    assertFinds(Searching.in(shop).customer(new CustomerId("cus_nobody")));
    for (Sort sort : Sort.values()) {
      assertFinds(Searching.in(shop).sorted(sort).customer(customer(paid)).sku(sku(plain)));
      assertFinds(Searching.in(shop).sorted(sort).customer(customer(paid)).sku(sku(paid)), paid);
      assertFinds(Searching.in(shop).sorted(sort).sku(sku(paid)).placed(NOON, NOON.plusSeconds(2)));
    }
  }

  @Test
  default void a_row_tells_what_the_order_tells() {
    StoredOrders stage = new StoredOrders(orders());
    Order order = stage.authorized(stage.placed(NOON), NOON.plusSeconds(1));
    Page page = search().page(Searching.in(stage.storefront()).after(Optional.empty()));
    assertThat(page)
        .isEqualTo(
            new Page(
                List.of(
                    new OrderSearch.Row(
                        order.id(),
                        order.storefront(),
                        order.terms().reference(),
                        customer(order),
                        Lifecycle.PENDING,
                        PaymentStatus.AUTHORIZED,
                        FulfillmentStatus.UNFULFILLED,
                        order.due(),
                        order.lines().size(),
                        NOON,
                        NOON.plusSeconds(1),
                        Optional.empty(),
                        order.version())),
                Optional.empty()));
  }

  @Test
  default void going_on_from_each_pages_end_gives_every_order_once_in_the_order_asked_for() {
    StoredOrders stage = new StoredOrders(orders());
    List<Order> placed = new ArrayList<>();
    for (int i = 0; i < 23; i++) {
      Order order = stage.placed(NOON.plusSeconds(i / 4));
      placed.add(i % 3 == 0 ? stage.authorized(order, NOON.plusSeconds(50 - i / 6)) : order);
    }
    for (Sort sort : Sort.values()) {
      List<OrderId> expected = placed.stream().sorted(by(sort)).map(Order::id).toList();
      Searching all = Searching.in(stage.storefront()).sorted(sort);
      assertThat(all.atMost(4).all(search())).as("by " + sort).isEqualTo(expected);
      assertThat(all.atMost(23).all(search())).isEqualTo(expected);
      assertThat(all.status(Lifecycle.PENDING).atMost(5).all(search())).isEqualTo(expected);
      assertThat(all.sku(stage.commonSku()).atMost(6).all(search())).isEqualTo(expected);
    }
  }

  @Test
  default void orders_placed_meanwhile_repeat_and_hide_nothing() {
    StoredOrders stage = new StoredOrders(orders());
    List<OrderId> before = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      before.add(stage.placed(NOON.plusSeconds(i)).id());
    }
    Searching query = Searching.in(stage.storefront()).atMost(2);
    List<OrderId> found = new ArrayList<>();
    Optional<Position> next = Optional.empty();
    do {
      Page page = search().page(query.after(next));
      page.rows().forEach(row -> found.add(row.id()));
      next = page.next();
      stage.placed(NOON.plusSeconds(100));
    } while (next.isPresent());
    assertThat(found).isEqualTo(before.reversed());
  }

  @Test
  default void deleted_orders_are_left_out_unless_asked_for() {
    StoredOrders stage = new StoredOrders(orders());
    Order kept = stage.placed(NOON);
    Order deleted = stage.deleted(stage.placed(NOON.plusSeconds(1)));

    assertFinds(Searching.in(stage.storefront()), kept);
    assertFinds(Searching.in(stage.storefront()).withDeleted(), deleted, kept);
    assertFinds(Searching.in(stage.storefront()).sku(sku(deleted)));
    assertFinds(Searching.in(stage.storefront()).sku(sku(deleted)).withDeleted(), deleted);
  }

  @Test
  default void another_storefronts_orders_are_left_out() {
    Instant day = StoredOrders.freshDay();
    StoredOrders stage = new StoredOrders(orders());
    StoredOrders other = new StoredOrders(orders(), stage.commonSku());
    Order ours = stage.placed(day);
    Order theirs = other.placed(day.plusSeconds(1));

    assertFinds(Searching.in(stage.storefront()), ours);
    assertFinds(Searching.in(stage.storefront()).customer(customer(theirs)));
    assertFinds(Searching.in(stage.storefront()).sku(sku(theirs)));
    assertFinds(Searching.in(stage.storefront()).sku(stage.commonSku()), ours);
    assertFinds(Searching.in(new StorefrontId(Fresh.name("sf"))));
    for (int limit : List.of(1, 50)) {
      Searching thatDay = Searching.everywhere().placed(day, day.plusSeconds(2)).atMost(limit);
      assertFinds(thatDay, theirs, ours);
      assertFinds(thatDay.sorted(Sort.UPDATED_ASCENDING), ours, theirs);
      Searching everywhere = Searching.everywhere().sku(stage.commonSku()).atMost(limit);
      assertFinds(everywhere, theirs, ours);
      assertFinds(everywhere.sorted(Sort.PLACED_ASCENDING), ours, theirs);
    }
    assertThat(search().storefrontOf(theirs.id())).contains(other.storefront());
    assertThat(search().storefrontOf(StoredOrders.unknownId())).isEmpty();
  }

  private void assertFinds(Searching query, Order... expected) {
    assertThat(query.all(search()))
        .containsExactly(List.of(expected).stream().map(Order::id).toArray(OrderId[]::new));
  }

  private static Comparator<Order> by(Sort sort) {
    Comparator<Order> placed = Comparator.comparing(order -> order.terms().placedAt());
    Comparator<Order> updated = Comparator.comparing(order -> order.standing().updatedAt());
    Comparator<Order> id = Comparator.comparing(order -> order.id().value());
    return switch (sort) {
      case PLACED_ASCENDING -> placed.thenComparing(id);
      case PLACED_DESCENDING -> placed.thenComparing(id).reversed();
      case UPDATED_ASCENDING -> updated.thenComparing(id);
      case UPDATED_DESCENDING -> updated.thenComparing(id).reversed();
    };
  }

  private static CustomerId customer(Order order) {
    return order.terms().customer().id();
  }

  private static Sku sku(Order order) {
    return order.lines().getFirst().sku();
  }
}
