package io.storefront.app.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.storefront.app.events.CloudEvent;
import io.storefront.app.events.EventBatch;
import io.storefront.app.port.EventPublisher;
import io.storefront.app.port.EventPublisher.Answer;
import io.storefront.orders.OrderId;
import io.storefront.orders.testkit.Fixtures;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** What {@link EventPublisher} promises, while nothing is wrong with the bus. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
public interface EventPublisherContract {
  Duration WITHIN = Duration.ofSeconds(5);

  /** What is tested. */
  EventPublisher publisher();

  @Test
  default void every_event_of_a_batch_gets_an_answer_in_the_order_of_the_batch() {
    for (int size = 1; size <= EventBatch.MOST; size++) {
      assertThat(publisher().publish(batch(size), WITHIN))
          .hasSize(size)
          .containsOnly(Answer.ACCEPTED);
    }
  }

  @Test
  default void what_was_published_may_be_published_again() {
    EventBatch batch = batch(3);
    publisher().publish(batch, WITHIN);
    assertThat(publisher().publish(batch, WITHIN)).hasSize(3).containsOnly(Answer.ACCEPTED);
  }

  @Test
  default void the_answer_comes_within_the_time_that_is_given() {
    long start = System.nanoTime();
    publisher().publish(batch(EventBatch.MOST), WITHIN);
    assertThat(Duration.ofNanos(System.nanoTime() - start))
        .isLessThan(WITHIN.plus(Duration.ofSeconds(5)));
  }

  private static EventBatch batch(int size) {
    return new EventBatch(Stream.generate(EventPublisherContract::event).limit(size).toList());
  }

  private static CloudEvent event() {
    OrderId order = Fixtures.newOrderId();
    String id = order.value() + ".1";
    String json =
        """
        {"specversion":"1.0","id":"%s","source":"/test","type":"order.placed.v1"}\
        """
            .formatted(id);
    return new CloudEvent(id, "order.placed.v1", order, 1, json.getBytes(StandardCharsets.UTF_8));
  }
}
