package io.storefront.app.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.storefront.app.access.StorefrontQueue;
import io.storefront.app.port.StorefrontQueues;
import io.storefront.app.port.StorefrontQueues.Message;
import io.storefront.orders.PortUnavailable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** What {@link StorefrontQueues} promises. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
public interface StorefrontQueuesContract {
  Duration AT_ONCE = Duration.ZERO;

  /** Longer than it takes until a message that was received and not removed comes again. */
  Duration PATIENCE = Duration.ofSeconds(5);

  /** What is tested. */
  StorefrontQueues queues();

  /** Where messages are put by storefronts and found by people. */
  Mailboxes mailboxes();

  /** A queue that nobody answers for. */
  StorefrontQueue unreachable();

  @Test
  default void what_was_put_in_comes_out_as_it_was() {
    StorefrontQueue queue = mailboxes().queue(Fresh.name("sf"), false);
    List<String> texts = List.of("{\"name\":\"Zoë 🛒\"}", "not JSON at all", " \t\n");
    texts.forEach(text -> mailboxes().put(queue, text));
    List<String> received = new ArrayList<>();
    while (received.size() < texts.size()) {
      List<Message> some = queues().receive(queue, PATIENCE);
      assertThat(some).hasSizeBetween(1, StorefrontQueues.MOST);
      some.forEach(message -> received.add(message.body()));
    }
    assertThat(received).containsExactlyInAnyOrderElementsOf(texts);
  }

  @Test
  default void an_empty_queue_gives_nothing() {
    StorefrontQueue queue = mailboxes().queue(Fresh.name("sf"), false);
    assertThat(queues().receive(queue, AT_ONCE)).isEmpty();
    assertThat(queues().receive(queue, Duration.ofSeconds(1))).isEmpty();
  }

  @Test
  default void whoever_receives_a_message_has_it_alone_for_a_while() {
    StorefrontQueue queue = mailboxes().queue(Fresh.name("sf"), false);
    mailboxes().put(queue, "{}");
    assertThat(queues().receive(queue, PATIENCE)).hasSize(1);
    assertThat(queues().receive(queue, AT_ONCE)).isEmpty();
  }

  @Test
  default void a_message_that_was_received_and_not_removed_comes_again() {
    StorefrontQueue queue = mailboxes().queue(Fresh.name("sf"), false);
    mailboxes().put(queue, "{}");
    assertThat(queues().receive(queue, PATIENCE)).hasSize(1);
    assertThat(queues().receive(queue, PATIENCE)).extracting(Message::body).containsExactly("{}");
  }

  @Test
  default void a_message_that_was_removed_never_comes_again() {
    StorefrontQueue queue = mailboxes().queue(Fresh.name("sf"), false);
    mailboxes().put(queue, "{}");
    queues().receive(queue, PATIENCE).forEach(message -> queues().remove(queue, message));
    assertThat(queues().receive(queue, PATIENCE)).isEmpty();
  }

  @Test
  default void removing_what_is_gone_does_nothing() {
    StorefrontQueue queue = mailboxes().queue(Fresh.name("sf"), false);
    mailboxes().put(queue, "{}");
    Message message = queues().receive(queue, PATIENCE).getFirst();
    queues().remove(queue, message);
    queues().remove(queue, message);
    assertThat(queues().receive(queue, AT_ONCE)).isEmpty();
  }

  @Test
  default void what_is_buried_lies_in_the_deadletter_queue_as_it_was_with_its_problem() {
    StorefrontQueue queue = mailboxes().queue(Fresh.name("sf"), false);
    queues().bury(queue, "{\"name\":\"Zoë\"}", "{\"status\":422}");
    assertThat(mailboxes().buried(queue))
        .containsExactly(new Mailboxes.Buried("{\"name\":\"Zoë\"}", "{\"status\":422}"));
    assertThat(queues().receive(queue, AT_ONCE)).isEmpty();
  }

  @Test
  default void a_queue_that_cannot_be_reached_is_unavailable() {
    Message message = new Message("receipt", "{}");
    assertThatThrownBy(() -> queues().receive(unreachable(), AT_ONCE))
        .isInstanceOf(PortUnavailable.class);
    assertThatThrownBy(() -> queues().remove(unreachable(), message))
        .isInstanceOf(PortUnavailable.class);
    assertThatThrownBy(() -> queues().bury(unreachable(), "{}", "{}"))
        .isInstanceOf(PortUnavailable.class);
  }
}
