package io.storefront.app.testkit;

import static io.storefront.orders.testkit.OrderBuilder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import io.storefront.app.answers.Answer;
import io.storefront.app.answers.RequestEnclosure;
import io.storefront.app.answers.RequestKey;
import io.storefront.app.port.Answers;
import io.storefront.orders.Enclosure;
import io.storefront.orders.Order;
import io.storefront.orders.PaymentToken;
import io.storefront.orders.port.Change;
import io.storefront.orders.port.Orders;
import io.storefront.orders.port.Orders.CommitAnswer;
import io.storefront.orders.testkit.Changes;
import io.storefront.orders.testkit.OrderBuilder;
import io.storefront.orders.testkit.Racing;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** What {@link Answers} promises. The storage need not be empty, and may be shared by tests. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
public interface AnswersContract {
  /** What is tested. */
  Answers answers();

  /** The orders in whose commits the answers are written, and kept for a while. */
  Orders orders();

  /** The same orders, but what is written about requests is past its time at once. */
  Orders forgetfulOrders();

  @Test
  default void a_request_that_changed_nothing_leaves_no_record() {
    RequestKey key = freshKey();
    Order stored = placed(Enclosure.NONE);
    committed(orders(), Changes.after(stored, asked(stored)));

    CommitAnswer answer =
        orders()
            .commit(Changes.enclosing(Changes.after(stored, asked(stored)), answered(key, "{}")));

    assertThat(answer).isEqualTo(new CommitAnswer.Stale());
    assertThat(answers().find(key)).isEmpty();
    placed(answered(key, "{}"));
  }

  @Test
  default void a_claimed_request_is_found_with_its_order_and_without_an_answer() {
    RequestKey key = freshKey();
    Order order = placed(new RequestEnclosure.Claimed(key, "print"));

    assertThat(answers().find(key)).contains(recorded(order, "print"));
  }

  @Test
  default void an_ended_request_is_found_with_its_answer_byte_for_byte() {
    RequestKey key = freshKey();
    Order order = placed(new RequestEnclosure.Claimed(key, "print"));
    Answer end = answer(201, "{ \"name\" : \"Zoë\",\r\n\"zero\":\"\\u0000\" }");
    committed(
        orders(),
        Changes.enclosing(Changes.after(order, asked(order)), new RequestEnclosure.Ended(end)));
    assertFound(key, order, end);

    RequestKey other = freshKey();
    Answer whole = answer(409, "");
    Order atOnce = placed(new RequestEnclosure.Answered(other, "print", whole));
    assertFound(other, atOnce, whole);
  }

  @Test
  default void
      of_many_commits_with_one_request_exactly_one_is_committed_the_others_hear_that_it_is_taken() {
    for (int round = 0; round < 10; round++) {
      RequestKey key = freshKey();
      List<CommitAnswer> answers =
          Racing.all(
              8,
              racer ->
                  orders()
                      .commit(
                          Changes.enclosing(
                              Changes.placing(anOrder().act()),
                              new RequestEnclosure.Claimed(key, "print"))));

      assertThat(answers).filteredOn(CommitAnswer.Committed.class::isInstance).hasSize(1);
      assertThat(answers).filteredOn(CommitAnswer.RequestTaken.class::isInstance).hasSize(7);
    }
  }

  @Test
  default void the_same_key_of_another_owner_or_operation_is_another_request() {
    RequestKey key = freshKey();
    RequestKey otherOwner = new RequestKey(RequestKey.OPERATOR, key.operation(), key.key());
    RequestKey otherOperation = new RequestKey(key.owner(), "POST /v1/customers", key.key());
    for (RequestKey each : List.of(key, otherOwner, otherOperation)) {
      assertThat(answers().find(each)).isEmpty();
      Order order = placed(new RequestEnclosure.Claimed(each, "print"));
      assertThat(answers().find(each)).contains(recorded(order, "print"));
    }
  }

  @Test
  default void a_record_past_its_time_is_as_good_as_gone() {
    RequestKey key = freshKey();
    Change first =
        Changes.enclosing(
            Changes.placing(anOrder().act()), new RequestEnclosure.Claimed(key, "first"));
    committed(forgetfulOrders(), first);
    assertThat(answers().find(key)).isEmpty();

    Order second = placed(new RequestEnclosure.Claimed(key, "second"));
    assertThat(answers().find(key)).contains(recorded(second, "second"));
  }

  private Order placed(Enclosure enclosure) {
    Change change = Changes.enclosing(Changes.placing(anOrder().act()), enclosure);
    committed(orders(), change);
    return change.order();
  }

  private void assertFound(RequestKey key, Order order, Answer expected) {
    Answers.Recorded found = answers().find(key).orElseThrow();
    assertThat(found.order()).contains(new Answers.Placed(order.storefront(), order.id()));
    Answer answer = found.answer().orElseThrow();
    assertThat(answer.status()).isEqualTo(expected.status());
    assertThat(answer.headers()).isEqualTo(expected.headers());
    assertThat(answer.body()).isEqualTo(expected.body());
  }

  private static void committed(Orders orders, Change change) {
    assertThat(orders.commit(change)).isEqualTo(new CommitAnswer.Committed());
  }

  private static Order asked(Order order) {
    return order.authorizing(new PaymentToken("tok_x"), OrderBuilder.NOON);
  }

  private static Answers.Recorded recorded(Order order, String fingerprint) {
    return new Answers.Recorded(
        fingerprint,
        Optional.of(new Answers.Placed(order.storefront(), order.id())),
        Optional.empty());
  }

  private static RequestEnclosure answered(RequestKey key, String body) {
    return new RequestEnclosure.Answered(key, "print", answer(201, body));
  }

  private static Answer answer(int status, String body) {
    return new Answer(
        status,
        Map.of("Content-Type", "application/json", "Location", "/v1/orders/x"),
        body.getBytes(StandardCharsets.UTF_8));
  }

  private static RequestKey freshKey() {
    return new RequestKey("aurora", "POST /v1/orders", Fresh.name("key"));
  }
}
