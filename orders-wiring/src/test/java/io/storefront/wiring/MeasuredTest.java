package io.storefront.wiring;

import static io.storefront.orders.testkit.OrderBuilder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.storefront.app.port.Measurements;
import io.storefront.orders.Order;
import io.storefront.orders.PortUnavailable;
import io.storefront.orders.port.Change;
import io.storefront.orders.port.Orders;
import io.storefront.orders.testkit.Changes;
import io.storefront.orders.testkit.InMemoryOrders;
import io.storefront.orders.testkit.MovableClock;
import io.storefront.orders.usecase.RunDueWork;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class MeasuredTest {
  private final Told told = new Told();
  private final Orders real = new InMemoryOrders(new MovableClock());
  private final Orders watched = Measured.port(Orders.class, real, told);

  @Test
  void where_nobody_counts_a_port_is_itself() {
    assertThat(Measured.port(Orders.class, real, Measurements.NONE)).isSameAs(real);
  }

  @Test
  void a_commit_tells_its_step_its_outcome_and_what_happened_to_the_order() {
    Change change = Changes.placing(anOrder().act());
    watched.commit(change);
    watched.commit(
        new Change(
            Changes.placing(anOrder().act()).id(),
            change.before(),
            change.order(),
            change.events(),
            change.claim(),
            change.work(),
            change.lease(),
            change.enclosure()));
    assertThat(told.steps)
        .containsExactly("orders commit_placed committed", "orders commit_placed stale");
    assertThat(told.events).containsExactly("placed -");
  }

  @Test
  void what_is_found_and_what_is_constant_has_no_case() {
    Order order = anOrder().act().order();
    assertThat(watched.find(order.storefront(), order.id())).isEmpty();
    assertThat(watched.carriesStock()).isEqualTo(real.carriesStock());
    assertThat(told.steps).containsExactly("orders find done");
  }

  @Test
  void failures_are_told_and_thrown_as_they_are() {
    RunDueWork away =
        max -> {
          throw new PortUnavailable("Orders", new IllegalStateException());
        };
    RunDueWork broken =
        max -> {
          throw new IllegalStateException("broken");
        };
    assertThatExceptionOfType(PortUnavailable.class)
        .isThrownBy(() -> Measured.port(RunDueWork.class, away, told).once(1));
    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() -> Measured.port(RunDueWork.class, broken, told).once(1))
        .withMessage("broken");
    assertThat(told.steps)
        .containsExactly("run_due_work once unavailable", "run_due_work once failed");
  }

  private static final class Told implements Measurements {
    private final List<String> steps = new ArrayList<>();
    private final List<String> events = new ArrayList<>();

    @Override
    public void answered(String method, String route, int status, Duration took) {}

    @Override
    public void stepped(String port, String step, String outcome, Duration took) {
      assertThat(took).isPositive();
      steps.add(String.join(" ", port, step, outcome));
    }

    @Override
    public void happened(String event, String reason) {
      events.add(event + " " + reason);
    }
  }
}
