package io.storefront.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.storefront.orders.Interference.Moment;
import io.storefront.orders.port.Orders.CommitAnswer;
import io.storefront.orders.usecase.PlaceOrder.Outcome;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A storage that is away, or whose answer to a commit is lost. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@ParameterizedClass
@EnumSource(Wiring.class)
class StorageFailuresTest {
  private final Wiring wiring;
  private final Shop shop;

  StorageFailuresTest(Wiring wiring) {
    this.wiring = wiring;
    this.shop = new Shop(wiring);
  }

  @ParameterizedTest
  @EnumSource(Moment.class)
  void when_the_first_commit_fails_the_caller_hears_that_nobody_knows(Moment moment) {
    assertThatThrownBy(() -> placeFailingAtCommit(1, moment)).isInstanceOf(PortUnavailable.class);

    assertThat(shop.payments.calls()).isZero();
    assertThat(shop.orders.all()).hasSize(moment == Moment.BEFORE ? 0 : 1);
    shop.runUntilQuiet();
    Promises.areKept(shop);
  }

  @ParameterizedTest
  @EnumSource(Moment.class)
  void when_a_later_commit_fails_the_order_is_pending_and_confirmed_later(Moment moment) {
    int last = wiring == Wiring.REMOTE_STOCK ? 3 : 2;
    for (int n = 2; n <= last; n++) {
      Shop fresh = new Shop(wiring);
      Outcome outcome = placeFailingAtCommit(fresh, n, moment);
      assertThat(outcome).isInstanceOf(Outcome.Pending.class);

      fresh.runUntilQuiet();

      assertThat(fresh.onlyOrder().status()).isEqualTo(Lifecycle.CONFIRMED);
      Promises.areKept(fresh);
    }
  }

  @ParameterizedTest
  @EnumSource(Moment.class)
  void the_same_request_again_finds_what_a_failed_commit_left(Moment moment) {
    assertThatThrownBy(() -> placeFailingAtCommit(1, moment)).isInstanceOf(PortUnavailable.class);

    Outcome again = shop.place(wish());

    Outcome placed = new Outcome.Placed(shop.onlyOrder());
    Outcome existing = new Outcome.Existing(shop.onlyOrder());
    assertThat(again).isEqualTo(moment == Moment.BEFORE ? placed : existing);
    shop.runUntilQuiet();
    Promises.areKept(shop);
  }

  @Test
  void a_new_order_that_is_in_somebodys_way_for_a_moment_is_committed_anew() {
    Outcome outcome = placeRefusedAsStale(5);

    assertThat(outcome).isEqualTo(new Outcome.Placed(shop.onlyOrder()));
    Promises.areKept(shop);
  }

  @Test
  void a_storage_that_refuses_a_new_order_for_ever_is_as_good_as_away() {
    assertThatThrownBy(() -> placeRefusedAsStale(Integer.MAX_VALUE))
        .isInstanceOf(PortUnavailable.class);

    assertThat(shop.orders.all()).isEmpty();
    assertThat(shop.payments.calls()).isZero();
  }

  private Outcome placeRefusedAsStale(int times) {
    AtomicInteger refused = new AtomicInteger();
    return shop.open(
            call ->
                call.name().equals("Orders.commit") && refused.getAndIncrement() < times
                    ? new CommitAnswer.Stale()
                    : call.proceed())
        .placeOrder()
        .place(wish().command());
  }

  private Outcome placeFailingAtCommit(int n, Moment moment) {
    return placeFailingAtCommit(shop, n, moment);
  }

  private static Outcome placeFailingAtCommit(Shop at, int n, Moment moment) {
    return at.open(Interference.away(n, moment, call -> call.name().equals("Orders.commit")))
        .placeOrder()
        .place(wish().command());
  }

  private static Cart wish() {
    return Cart.of(2, Shop.TEA).referenced("WEB-1");
  }
}
