package io.storefront.orders;

import static org.assertj.core.api.Assertions.assertThat;

import io.storefront.orders.testkit.Fixtures;
import io.storefront.orders.testkit.OrderBuilder;
import io.storefront.orders.usecase.PlaceOrder.Outcome;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Repeated requests that take up an order whose first try did not end. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@ParameterizedClass
@EnumSource(Wiring.class)
class ResumePlacementTest {
  private final Shop shop;

  ResumePlacementTest(Wiring wiring) {
    this.shop = new Shop(wiring);
  }

  @Test
  void a_placement_that_crashed_is_taken_up_once_its_lease_has_run_out() {
    OrderUseCases crashing =
        shop.open(
            Interference.before(
                "Payments.send",
                () -> {
                  throw new Interference.Crash();
                }));
    try {
      crashing.placeOrder().place(Cart.of(1, Shop.TEA).command());
    } catch (Interference.Crash gone) {
      assertThat(resume()).contains(new Outcome.Pending(shop.onlyOrder()));
    }
    shop.clock.move(Policies.DEFAULT.lease());

    assertThat(resume()).contains(new Outcome.Placed(shop.onlyOrder()));

    Promises.areKept(shop);
  }

  @Test
  void while_somebody_is_at_work_it_only_says_how_the_order_stands() {
    AtomicReference<Optional<Outcome>> meanwhile = new AtomicReference<>(Optional.empty());
    OrderUseCases slow =
        shop.open(Interference.before("Payments.send", () -> meanwhile.set(resume())));

    slow.placeOrder().place(Cart.of(1, Shop.TEA).command());

    assertThat(meanwhile.get()).get().isInstanceOf(Outcome.Pending.class);
    assertThat(shop.payments.calls()).isEqualTo(1);
    assertThat(resume()).contains(new Outcome.Placed(shop.onlyOrder()));
  }

  @Test
  void an_order_that_is_not_due_is_left_alone() {
    shop.payments.loseAnswers();
    shop.place(Cart.of(1, Shop.TEA));
    shop.payments.recover();
    int calls = shop.payments.calls();

    assertThat(resume()).contains(new Outcome.Pending(shop.onlyOrder()));

    assertThat(shop.payments.calls()).isEqualTo(calls);
  }

  @Test
  void an_order_that_was_refused_says_why() {
    Outcome refused = shop.place(Cart.of(11, Shop.TEA));

    assertThat(resume()).contains(refused);
  }

  @Test
  void there_is_nothing_to_resume_where_there_is_no_such_order() {
    shop.place(Cart.of(1, Shop.TEA));
    OrderId id = shop.onlyOrder().id();

    assertThat(shop.open().resumePlacement().resume(OrderBuilder.STOREFRONT, Fixtures.newOrderId()))
        .isEmpty();
    assertThat(shop.open().resumePlacement().resume(new StorefrontId("elsewhere"), id)).isEmpty();
  }

  private Optional<Outcome> resume() {
    return shop.open().resumePlacement().resume(OrderBuilder.STOREFRONT, shop.onlyOrder().id());
  }
}
