package io.storefront.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.storefront.wiring.OrdersConfig;
import java.time.Duration;
import java.util.Map;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Server;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class HttpHostTest {
  private static final Duration LOAD_BALANCER = Duration.ofSeconds(60);

  @Test
  void an_idle_connection_is_kept_longer_than_a_load_balancer_keeps_it() {
    assertThat(HttpHost.connector(new Server(), new HttpConfiguration(), 0).getIdleTimeout())
        .isEqualTo(75_000)
        .isGreaterThan(LOAD_BALANCER.toMillis());
  }

  @Test
  void a_request_may_take_a_second_longer_than_placing_an_order() {
    assertThat(OrdersConfig.fromEnv(Map.of("TIME_BUDGET", "3s")).answerWithin())
        .isEqualTo(Duration.ofSeconds(4));
  }
}
