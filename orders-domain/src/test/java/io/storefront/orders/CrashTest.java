package io.storefront.orders;

import static org.assertj.core.api.Assertions.assertThat;

import io.storefront.orders.Interference.Crash;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every fault at every call between a process and its neighbours, alone and in pairs. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@ParameterizedClass
@EnumSource(Wiring.class)
class CrashTest {
  private final Wiring wiring;

  CrashTest(Wiring wiring) {
    this.wiring = wiring;
  }

  @ParameterizedTest
  @EnumSource(Scenario.class)
  void whatever_call_fails_while_placing_the_background_brings_the_order_to_its_end(
      Scenario scenario) {
    List<Fault> faults = Fault.upTo(run(scenario, Fault.NONE, Fault.NONE).placing());

    faults.forEach(fault -> run(scenario, fault, Fault.NONE));

    assertThat(faults).hasSizeGreaterThanOrEqualTo(12);
  }

  @ParameterizedTest
  @EnumSource(Scenario.class)
  void whatever_call_fails_again_in_the_background_another_process_brings_the_order_to_its_end(
      Scenario scenario) {
    int pairs = 0;
    for (Fault first : Fault.upTo(run(scenario, Fault.NONE, Fault.NONE).placing())) {
      for (Fault second : Fault.upTo(run(scenario, first, Fault.NONE).background())) {
        run(scenario, first, second);
        pairs++;
      }
    }
    assertThat(pairs).isGreaterThan(40);
  }

  @Test
  void orders_that_compete_for_the_last_units_in_bad_weather_all_come_to_their_end() {
    for (long seed = 0; seed < 300; seed++) {
      try {
        competeInBadWeather(new SplittableRandom(seed));
      } catch (RuntimeException | AssertionError e) {
        throw new AssertionError("seed " + seed, e);
      }
    }
  }

  /** How many calls the two processes made. */
  private record Calls(int placing, int background) {}

  private Calls run(Scenario scenario, Fault first, Fault second) {
    AtomicInteger placing = new AtomicInteger();
    AtomicInteger background = new AtomicInteger();
    try {
      Shop shop = new Shop(wiring);
      scenario.worsen(shop);
      survive(() -> place(scenario, shop.open(first.counting(placing))));
      scenario.heal(shop);
      OrderUseCases failing = shop.open(second.counting(background));
      survive(() -> failing.runDueWork().once(5));
      place(scenario, shop.open());
      shop.runUntilQuiet();

      Promises.areKept(shop);
      assertThat(shop.orders.all()).filteredOn(order -> !isRejected(order)).hasSizeLessThan(2);
    } catch (RuntimeException | AssertionError e) {
      throw new AssertionError(scenario + ", first " + first + ", then " + second, e);
    }
    return new Calls(placing.get(), background.get());
  }

  private void competeInBadWeather(SplittableRandom random) {
    Shop shop = new Shop(wiring);
    Interference badWeather =
        call -> {
          maybeFail(random);
          Object answer = call.proceed();
          maybeFail(random);
          return answer;
        };
    for (int i = 0; i < 6; i++) {
      Cart cart = Cart.of(random.nextInt(1, 5), Shop.TEA).and(2, Shop.CUP);
      survive(() -> shop.open(badWeather).placeOrder().place(cart.command()));
      shop.clock.move(Policies.DEFAULT.timeBudget().multipliedBy(random.nextInt(60)));
      survive(() -> shop.open(badWeather).runDueWork().once(10));
    }
    shop.runUntilQuiet();
    Promises.areKept(shop);
  }

  private static void maybeFail(SplittableRandom random) {
    int dice = random.nextInt(30);
    if (dice == 0) {
      throw new Crash();
    }
    if (dice <= 2) {
      throw new PortUnavailable("Test", new IllegalStateException("bad weather"));
    }
  }

  private static void place(Scenario scenario, OrderUseCases process) {
    process.placeOrder().place(scenario.cart().command());
  }

  private static void survive(Runnable process) {
    try {
      process.run();
    } catch (Crash | PortUnavailable expected) {
      // The process is gone, or told its caller that it does not know; the next one goes on.
    }
  }

  private static boolean isRejected(Order order) {
    return order.status() == Lifecycle.REJECTED;
  }
}
