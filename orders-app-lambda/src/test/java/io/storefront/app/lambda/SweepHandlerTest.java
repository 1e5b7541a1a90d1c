package io.storefront.app.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.storefront.adapters.testkit.TestDatabase;
import io.storefront.app.testkit.ApiAnswer;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SweepHandlerTest {
  private static Instance instance;
  private static EventClient client;
  private static SweepHandler sweeping;

  @BeforeAll
  static void start() {
    Map<String, String> environment = Environment.on(TestDatabase.create());
    Demo.load(environment);
    instance = Instance.start(() -> environment);
    client = new EventClient(new ApiHandler(instance));
    sweeping = new SweepHandler(instance);
  }

  @AfterAll
  static void stop() {
    instance.application().close();
  }

  @Test
  void an_order_that_was_left_pending_is_finished_by_one_event() {
    ApiAnswer placed = client.send(Demo.order("tok_timeout"));
    assertThat(placed.status()).as("%s", placed).isEqualTo(202);

    assertThat(sweep(Duration.ofSeconds(60))).isEqualTo("{\"driven\":1}");

    assertThat(client.send(Demo.get(placed.requiredHeader("Location"))).string("status"))
        .isEqualTo("CONFIRMED");
    assertThat(sweep(Duration.ofSeconds(60))).isEqualTo("{\"driven\":0}");
  }

  @Test
  void it_begins_with_nothing_that_could_outlive_the_function() {
    ApiAnswer placed = client.send(Demo.order("tok_timeout"));
    assertThat(placed.status()).as("%s", placed).isEqualTo(202);

    assertThat(sweep(Environment.BUDGET.plusMillis(200))).isEqualTo("{\"driven\":0}");
    assertThat(sweep(Duration.ofMillis(1))).isEqualTo("{\"driven\":0}");

    assertThat(sweep(Duration.ofSeconds(60))).isEqualTo("{\"driven\":1}");
  }

  private static String sweep(Duration remaining) {
    return new String(EventClient.handle(sweeping, Schedule.EVENT, remaining), UTF_8);
  }
}
