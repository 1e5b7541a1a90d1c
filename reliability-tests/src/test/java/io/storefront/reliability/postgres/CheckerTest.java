package io.storefront.reliability.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.storefront.orders.CapturePolicy;
import io.storefront.reliability.provider.Mode;
import io.storefront.reliability.provider.Pay;
import io.storefront.reliability.provider.ProviderProcess;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Whoever looks for what is broken must see it. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CheckerTest {
  private static final ProviderProcess PROVIDER = ProviderProcess.start();

  @AfterAll
  static void close() {
    PROVIDER.close();
  }

  @Test
  void a_provider_that_forgets_its_keys_and_charges_twice_is_noticed() throws InterruptedException {
    assertThat(violations(Pay.FORGETFUL))
        .anyMatch(it -> it.startsWith("I3 two effects for one key"))
        .anyMatch(it -> it.startsWith("I5"));
  }

  @Test
  void one_that_remembers_them_is_not() throws InterruptedException {
    assertThat(violations(Pay.APPROVE)).isEmpty();
  }

  /** Of somebody whose first payment is taken without anybody hearing of it. */
  private static List<String> violations(Pay pay) throws InterruptedException {
    Shopper shopper =
        new Shopper(
            "shopper",
            "key",
            "payer",
            Optional.empty(),
            List.of(new Goods.Item(Goods.TEA, 1)),
            pay,
            List.of(Mode.DROP_AFTER),
            0,
            0);
    Schedule schedule =
        new Schedule(
            0,
            false,
            0,
            Map.of(Goods.TEA, 3, Goods.CUP, 3),
            List.of(shopper),
            List.of(),
            List.of(),
            CapturePolicy.ON_EACH_SHIPMENT);
    try (Lane lane = new Lane(PROVIDER, new Tally())) {
      return lane.run(schedule).violations();
    }
  }
}
