package io.storefront.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.storefront.adapters.testkit.TestDatabase;
import io.storefront.app.lambda.ApiHandler;
import io.storefront.app.testkit.ApiCall;
import io.storefront.app.testkit.ApiClient;
import io.storefront.app.testkit.GatewayEvent;
import io.storefront.app.testkit.SocketApiClient;
import io.storefront.wiring.OrdersApplication;
import io.storefront.wiring.OrdersConfig;
import io.storefront.wiring.StartMode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Through whichever host, the same requests get the same answers. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SameAnswersTest {
  private static final int MANY = 50;

  @Test
  void the_same_conversation_goes_the_same_through_a_socket_and_through_events() {
    List<String> events = throughEvents();

    assertThat(events).hasSizeGreaterThan(MANY);
    assertThat(statuses(events))
        .contains(200, 201, 202, 304, 400, 401, 402, 403, 404, 405, 409)
        .contains(412, 413, 414, 415, 422, 428, 431);
    assertThat(throughASocket()).containsExactlyElementsOf(events);
  }

  private static List<String> throughASocket() {
    try (OrdersApplication application = demo()) {
      HttpHost host =
          HttpHost.start(application.api(), 0, Duration.ofSeconds(10), Optional.empty());
      URI address = URI.create("http://127.0.0.1:" + host.port());
      try (SocketApiClient client = new SocketApiClient(address)) {
        return Script.run(client);
      } finally {
        host.stop();
      }
    }
  }

  private static List<String> throughEvents() {
    try (OrdersApplication application = demo()) {
      ApiHandler handler = new ApiHandler(application.api());
      ApiClient client = call -> GatewayEvent.answer(handle(handler, call));
      return Script.run(client);
    }
  }

  private static byte[] handle(RequestStreamHandler handler, ApiCall call) {
    byte[] event = GatewayEvent.of(call).toString().getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    try {
      handler.handleRequest(new ByteArrayInputStream(event), answer, null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return answer.toByteArray();
  }

  private static OrdersApplication demo() {
    TestDatabase database = TestDatabase.create();
    return OrdersApplication.start(
        OrdersConfig.fromEnv(
            Map.of(
                "DATABASE_URL", database.jdbcUrl(),
                "DATABASE_USER", database.user(),
                "DATABASE_PASSWORD", database.password(),
                "DEMO_DATA", "true",
                "TIME_BUDGET", "1s")),
        StartMode.NORMAL);
  }

  private static Stream<Integer> statuses(List<String> answers) {
    return answers.stream()
        .map(answer -> Integer.valueOf(answer.lines().skip(1).findFirst().orElseThrow()));
  }
}
