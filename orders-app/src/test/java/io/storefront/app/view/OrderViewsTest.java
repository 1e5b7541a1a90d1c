package io.storefront.app.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.storefront.app.json.JsonWriter;
import io.storefront.orders.Actor;
import io.storefront.orders.Hold;
import io.storefront.orders.Order;
import io.storefront.orders.testkit.OrderBuilder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class OrderViewsTest {
  private final Order order = OrderBuilder.anOrder().build();

  @Test
  void an_order_that_waits_for_a_person_says_why() {
    Hold hold = new Hold(Hold.VOID_DECLINED, Actor.SYSTEM, OrderBuilder.NOON);

    assertThat(json(order.hold(hold).order()))
        .contains(
            """
            "hold":{"reason":"VOID_DECLINED","owner":"system","since":"2026-11-25T12:00:00.123Z"}\
            """);
  }

  @Test
  void of_an_order_that_does_not_nothing_is_said() {
    assertThat(json(order)).doesNotContain("hold");
  }

  private static String json(Order shown) {
    return new String(JsonWriter.write(OrderViews.of(shown)), StandardCharsets.UTF_8);
  }
}
