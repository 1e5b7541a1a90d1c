package io.storefront.orders.testkit;

import static io.storefront.orders.testkit.OrderBuilder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import io.storefront.orders.Actor;
import io.storefront.orders.Order;
import io.storefront.orders.Rejection;
import io.storefront.orders.Shortage;
import io.storefront.orders.Sku;
import io.storefront.orders.port.Orders;
import io.storefront.orders.port.Orders.CommitAnswer;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** What storage of orders that carries stock promises more. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
public interface StockCarryingOrdersContract {
  /** The storage under test. */
  Orders orders();

  /** Puts units of a SKU that nobody has used yet on the shelf. */
  void receive(Sku sku, int units);

  /** Units that could be claimed now. */
  long available(Sku sku);

  @Test
  default void a_claim_is_held_with_the_order_or_neither_is() {
    assertThat(orders().carriesStock()).isTrue();
    Sku sku = stocked(5);
    Order.Act first = anOrder().referenced("R-" + sku).of(2, sku).act();

    assertThat(orders().commit(Changes.placingWithStock(first)))
        .isEqualTo(new CommitAnswer.Committed());
    assertThat(available(sku)).isEqualTo(3);

    Order.Act second = anOrder().referenced("R-" + sku).of(1, sku).act();
    assertThat(orders().commit(Changes.placingWithStock(second)))
        .isInstanceOf(CommitAnswer.ReferenceTaken.class);
    assertThat(available(sku)).isEqualTo(3);
  }

  @Test
  default void a_short_claim_changes_nothing_and_tells_every_shortage() {
    Sku one = stocked(1);
    Sku two = stocked(2);
    Sku enough = stocked(9);
    Sku never = Fixtures.newSku("NEVER");
    Order.Act order = anOrder().of(1, one).of(1, one).of(5, two).of(3, enough).of(1, never).act();

    CommitAnswer answer = orders().commit(Changes.placingWithStock(order));

    assertThat(answer).isInstanceOf(CommitAnswer.Short.class);
    assertThat(((CommitAnswer.Short) answer).shortages())
        .containsExactlyInAnyOrder(
            new Shortage(one, 2, 1), new Shortage(two, 5, 2), new Shortage(never, 1, 0));
    assertThat(orders().find(order.order().storefront(), order.order().id())).isEmpty();
    assertThat(List.of(available(one), available(two), available(enough)))
        .containsExactly(1L, 2L, 9L);
  }

  @Test
  default void a_claim_without_lines_gives_back_what_was_reserved() {
    Sku sku = stocked(4);
    Order stored = placed(anOrder().of(4, sku).act());
    Order releasing = stored.stockReleasing(OrderBuilder.NOON);
    Order.Act rejected =
        releasing
            .stockReleased(OrderBuilder.NOON)
            .reject(Rejection.late(), Actor.SYSTEM, OrderBuilder.NOON);

    assertThat(
            orders()
                .commit(Changes.claiming(Changes.after(stored, rejected), releasing.tombstone())))
        .isEqualTo(new CommitAnswer.Committed());
    assertThat(available(sku)).isEqualTo(4);
  }

  @Test
  default void of_many_orders_for_the_last_unit_exactly_one_is_committed() {
    for (int round = 0; round < 20; round++) {
      Sku sku = stocked(1);
      List<CommitAnswer> answers =
          Racing.all(
              16, racer -> orders().commit(Changes.placingWithStock(anOrder().of(1, sku).act())));

      assertThat(answers).filteredOn(CommitAnswer.Committed.class::isInstance).hasSize(1);
      assertThat(answers)
          .filteredOn(CommitAnswer.Short.class::isInstance)
          .hasSize(15)
          .allSatisfy(
              answer ->
                  assertThat(answer)
                      .isEqualTo(new CommitAnswer.Short(List.of(new Shortage(sku, 1, 0)))));
      assertThat(available(sku)).isZero();
    }
  }

  @Test
  default void of_orders_that_come_at_once_none_is_refused_for_the_shortage_of_another() {
    for (int round = 0; round < 10; round++) {
      Sku plenty = stocked(24);
      Sku none = stocked(1);
      List<CommitAnswer> answers =
          Racing.all(
              24,
              racer ->
                  orders()
                      .commit(
                          Changes.placingWithStock(
                              racer % 3 == 0
                                  ? anOrder().of(1, plenty).of(2, none).act()
                                  : anOrder().of(1, plenty).act())));

      for (int racer = 0; racer < 24; racer++) {
        assertThat(answers.get(racer))
            .isEqualTo(
                racer % 3 == 0
                    ? new CommitAnswer.Short(List.of(new Shortage(none, 2, 1)))
                    : new CommitAnswer.Committed());
      }
      assertThat(available(plenty)).isEqualTo(8);
      assertThat(available(none)).isEqualTo(1);
    }
  }

  private Order placed(Order.Act act) {
    var change = Changes.placingWithStock(act);
    assertThat(orders().commit(change)).isEqualTo(new CommitAnswer.Committed());
    return change.order();
  }

  private Sku stocked(int units) {
    Sku sku = Fixtures.newSku("STOCK");
    receive(sku, units);
    return sku;
  }
}
