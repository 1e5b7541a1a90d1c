package io.storefront.app.lambda;

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
class OwnEventsTest {
  private static final TestDatabase DATABASE = TestDatabase.create();

  private static Instance instance;
  private static EventClient client;

  @BeforeAll
  static void start() {
    Map<String, String> environment = Environment.on(DATABASE);
    Demo.load(environment);
    instance = Instance.start(() -> environment);
    client = new EventClient(new ApiHandler(instance));
  }

  @AfterAll
  static void stop() {
    instance.application().close();
  }

  @Test
  void what_a_request_tells_is_published_before_it_is_answered_and_the_rest_by_the_sweep() {
    expectStatus(201, client.send(Demo.order("tok_approve")));
    assertThat(unpublished()).isZero();
    assertThat(DATABASE.number("SELECT count(*) FROM order_feed WHERE published")).isEqualTo(2);

    DATABASE.execute(
        "UPDATE order_feed SET published = false",
        "INSERT INTO outbox_head (order_id, last_seq, fed_seq, published_seq, next_attempt_at)"
            + " SELECT order_id, 2, 2, 0, now() FROM order_feed WHERE event_seq = 2");
    expectStatus(402, client.send(Demo.order("tok_decline")));
    assertThat(unpublished()).as("somebody else's").isEqualTo(1);

    instance.application().sweep().run(Duration.ofSeconds(30));
    assertThat(unpublished()).isZero();
  }

  private static long unpublished() {
    return DATABASE.number("SELECT count(*) FROM outbox_head");
  }

  private static void expectStatus(int status, ApiAnswer answer) {
    assertThat(answer.status()).as("%s", answer).isEqualTo(status);
  }
}
