package io.storefront.app.answers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.storefront.app.problem.Refused;
import io.storefront.orders.Order;
import io.storefront.orders.Refusal;
import io.storefront.orders.Shortage;
import io.storefront.orders.Sku;
import io.storefront.orders.testkit.OrderBuilder;
import io.storefront.orders.usecase.PlaceOrder.Outcome;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PlacementReceiptTest {
  private static final Order ORDER = OrderBuilder.anOrder().build();
  private static final Outcome PLACED = new Outcome.Placed(ORDER);
  private static final Outcome SHORT =
      new Outcome.Refused(
          new Refusal.InsufficientInventory(
              ORDER.id(), List.of(new Shortage(new Sku("TEE"), 3, 2))));
  private static final KeyedRequest REQUEST =
      KeyedRequest.of("tea", "POST /v1/orders", new IdempotencyKey("k"), List.of(), new byte[0]);

  @Test
  void a_claimed_request_is_ended_without_being_named_again() {
    PlacementReceipt receipt = new PlacementReceipt(REQUEST, true);
    assertThat(receipt.claim()).isEqualTo(REQUEST.claimed());
    assertThat(receipt.seal(PLACED)).isInstanceOf(RequestEnclosure.Ended.class);
  }

  @Test
  void a_request_that_ends_in_its_first_commit_is_answered_in_it() {
    assertThat(new PlacementReceipt(REQUEST, true).seal(PLACED))
        .isInstanceOf(RequestEnclosure.Answered.class);
  }

  @Test
  void a_shortage_undoes_the_commit_that_claimed_where_stock_is_carried() {
    PlacementReceipt receipt = new PlacementReceipt(REQUEST, true);
    receipt.claim();
    assertThat(receipt.seal(SHORT)).isInstanceOf(RequestEnclosure.Answered.class);
  }

  @Test
  void a_shortage_of_remote_stock_comes_after_the_commit_that_claimed() {
    PlacementReceipt receipt = new PlacementReceipt(REQUEST, false);
    receipt.claim();
    assertThat(receipt.seal(SHORT)).isInstanceOf(RequestEnclosure.Ended.class);
  }

  @Test
  void the_background_seals_the_bytes_that_the_request_would_have_got() {
    for (Outcome outcome : List.of(PLACED, SHORT)) {
      var answered = (RequestEnclosure.Answered) new PlacementReceipt(REQUEST, true).seal(outcome);
      var ended = (RequestEnclosure.Ended) new AnswerReceipts().of(ORDER).seal(outcome);
      assertThat(ended.answer().body()).isEqualTo(answered.answer().body());
      assertThat(ended.answer().headers()).isEqualTo(answered.answer().headers());
      assertThat(ended.answer().status()).isEqualTo(answered.answer().status());
    }
  }

  @Test
  void a_stored_problem_names_the_order_and_not_one_requests_trace() {
    Answer answer = PlacementAnswers.of(SHORT);
    String hex = ORDER.id().value().substring(4).replace("-", "");
    assertThat(answer.status()).isEqualTo(409);
    assertThat(new String(answer.body(), UTF_8))
        .contains("\"traceId\":\"" + hex + "\"")
        .contains("\"shortages\":[{\"sku\":\"TEE\",\"requested\":3,\"available\":2}]")
        .contains("\"orderId\":\"" + ORDER.id() + "\"");
  }

  @Test
  void a_refusal_that_left_no_order_is_not_to_be_stored() {
    Outcome refused = new Outcome.Refused(new Refusal.CustomerNotEligible());
    assertThatExceptionOfType(Refused.class).isThrownBy(() -> PlacementAnswers.of(refused));
  }

  @Test
  void an_answer_that_is_not_final_says_when_to_ask_again() {
    Answer answer = PlacementAnswers.of(new Outcome.Pending(ORDER));
    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.headers())
        .containsEntry("Retry-After", "2")
        .containsEntry("Location", "/v1/orders/" + ORDER.id());
  }
}
