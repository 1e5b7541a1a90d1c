package io.storefront.app.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.storefront.orders.OrderId;
import io.storefront.orders.testkit.Fixtures;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class EventBatchTest {
  @Test
  void a_batch_has_at_most_10_events() {
    assertThat(new EventBatch(events(1)).events()).hasSize(1);
    assertThat(new EventBatch(events(EventBatch.MOST)).events()).hasSize(10);
    assertThatIllegalArgumentException().isThrownBy(() -> new EventBatch(List.of()));
    assertThatIllegalArgumentException().isThrownBy(() -> new EventBatch(events(11)));
  }

  @Test
  void a_batch_has_at_most_one_event_of_an_order() {
    OrderId order = Fixtures.newOrderId();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new EventBatch(List.of(event(order, 1), event(order, 2))));
  }

  private static List<CloudEvent> events(int count) {
    return Stream.generate(() -> event(Fixtures.newOrderId(), 1)).limit(count).toList();
  }

  private static CloudEvent event(OrderId order, int sequence) {
    return new CloudEvent(
        order.value() + "." + sequence, "order.placed.v1", order, sequence, new byte[0]);
  }
}
