package io.storefront.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.storefront.orders.port.Work;
import io.storefront.orders.testkit.Changes;
import io.storefront.orders.testkit.Racing;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The background work. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@ParameterizedClass
@EnumSource(Wiring.class)
class RunDueWorkTest {
  private final Shop shop;

  RunDueWorkTest(Wiring wiring) {
    this.shop = new Shop(wiring);
  }

  @Test
  void it_says_how_many_orders_it_drove() {
    leavePending(3);

    assertThat(shop.open().runDueWork().once(2)).isEqualTo(2);
    assertThat(shop.open().runDueWork().once(2)).isEqualTo(1);
    assertThat(shop.open().runDueWork().once(2)).isZero();

    Promises.areKept(shop);
  }

  @Test
  void it_leaves_finished_orders_alone() {
    shop.place(Cart.of(1, Shop.TEA));
    shop.clock.move(Duration.ofDays(1));
    Order before = shop.onlyOrder();

    assertThat(shop.open().runDueWork().once(10)).isZero();

    assertThat(shop.onlyOrder()).isEqualTo(before);
  }

  @Test
  void work_that_finds_nothing_to_do_is_finished_and_leaves_the_order_as_it_is() {
    shop.place(Cart.of(1, Shop.TEA));
    Order order = shop.onlyOrder();
    Order touched = order.stockHeld(shop.clock.instant());
    Order confirmed =
        new Order(
            order.id(),
            order.storefront(),
            order.terms(),
            order.lines(),
            order.particulars(),
            order.payment(),
            order.stock(),
            order.records(),
            touched.standing());
    shop.orders.commit(
        Changes.leaving(Changes.after(order, confirmed), new Work.Due(Duration.ZERO)));
    Order before = shop.onlyOrder();

    assertThat(shop.open().runDueWork().once(10)).isEqualTo(1);

    assertThat(shop.orders.hasUnfinished()).isFalse();
    assertThat(shop.onlyOrder()).isEqualTo(before);
  }

  @Test
  void it_leaves_an_order_alone_until_it_is_due() {
    shop.payments.beUnreachable();
    shop.place(Cart.of(1, Shop.TEA));
    shop.clock.move(Duration.ofMillis(1_999));
    assertThat(shop.open().runDueWork().once(10)).isZero();

    shop.clock.move(Duration.ofMillis(1));

    assertThat(shop.open().runDueWork().once(10)).isEqualTo(1);
  }

  @Test
  void an_order_that_does_not_get_on_is_looked_at_less_and_less_often() {
    shop.payments.beUnreachable();
    shop.place(Cart.of(1, Shop.TEA));
    int calls = shop.payments.calls();

    for (int second = 0; second < 600; second++) {
      shop.clock.move(Duration.ofSeconds(1));
      shop.open().runDueWork().once(10);
    }

    assertThat(shop.payments.calls() - calls).isBetween(600 / 60, 60);
  }

  @Test
  void an_order_that_cannot_be_driven_does_not_hold_up_the_others() {
    leavePending(3);
    OrderId broken = shop.orders.all().getFirst().id();
    OrderUseCases process =
        shop.open(
            Interference.NONE,
            order -> {
              if (order.id().equals(broken)) {
                throw new IllegalStateException("cannot be sealed");
              }
              return new Notes();
            });

    assertThatThrownBy(() -> process.runDueWork().once(10)).hasMessage("cannot be sealed");

    assertThat(shop.orders.all())
        .extracting(Order::status)
        .containsExactly(Lifecycle.PENDING, Lifecycle.CONFIRMED, Lifecycle.CONFIRMED);
    shop.runUntilQuiet();
    Promises.areKept(shop);
  }

  @Test
  void it_fails_when_the_storage_is_away() {
    leavePending(1);
    OrderUseCases process =
        shop.open(Interference.away(1, Interference.Moment.BEFORE, call -> true));

    assertThatThrownBy(() -> process.runDueWork().once(10)).isInstanceOf(PortUnavailable.class);
  }

  @Test
  void many_runners_drive_each_order_once() {
    leavePending(8);
    shop.stock.receive(Shop.TEA, 100);

    List<Integer> driven = Racing.all(8, racer -> shop.open().runDueWork().once(10));

    assertThat(driven.stream().mapToInt(Integer::intValue).sum()).isEqualTo(8);
    assertThat(shop.payments.liveAuthorizations()).isEqualTo(8);
    Promises.areKept(shop);
  }

  /** Of one unit each; due now. */
  private void leavePending(int orders) {
    shop.payments.loseRequests();
    for (int i = 0; i < orders; i++) {
      shop.place(Cart.of(1, Shop.TEA));
    }
    shop.payments.recover();
    shop.clock.move(Duration.ofMinutes(1));
  }
}
