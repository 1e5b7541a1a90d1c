package io.storefront.app.answers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.storefront.app.port.Answers;
import io.storefront.app.problem.ProblemType;
import io.storefront.app.problem.Refused;
import io.storefront.orders.Actor;
import io.storefront.orders.Order;
import io.storefront.orders.PortUnavailable;
import io.storefront.orders.Receipt;
import io.storefront.orders.Refusal;
import io.storefront.orders.testkit.OrderBuilder;
import io.storefront.orders.usecase.PlaceOrder;
import io.storefront.orders.usecase.PlaceOrder.Outcome;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PlacementsTest {
  private static final KeyedRequest REQUEST =
      KeyedRequest.of("tea", "POST /v1/orders", new IdempotencyKey("k"), List.of(), new byte[0]);
  private static final Order ORDER = OrderBuilder.anOrder().build();
  private static final Outcome PLACED = new Outcome.Placed(ORDER.atVersion(2));
  private static final Outcome FURTHER = new Outcome.Placed(ORDER.atVersion(3));

  private Optional<Answers.Recorded> recorded = Optional.empty();
  private Optional<Outcome> resumed = Optional.empty();

  @Test
  void an_end_that_the_request_itself_has_sealed_is_answered_as_it_was_sealed() {
    Answer answer =
        placing(
            receipt -> {
              receipt.seal(PLACED);
              return PLACED;
            });

    assertThat(answer.body()).isEqualTo(PlacementAnswers.of(PLACED).body());
    assertThat(answer.headers()).doesNotContainKey(Replays.HEADER);
  }

  @Test
  void an_end_that_another_has_sealed_is_answered_as_it_was_stored_however_far_the_order_is() {
    Answer answer =
        placing(
            receipt -> {
              receipt.seal(PLACED);
              endedByAnother();
              return FURTHER;
            });

    assertThat(answer.body()).isEqualTo(PlacementAnswers.of(PLACED).body());
    assertThat(answer.headers()).containsEntry("ETag", "\"2\"");
  }

  @Test
  void an_end_of_which_no_answer_is_stored_is_told_as_it_is() {
    Answer answer = placing(receipt -> FURTHER);

    assertThat(answer.body()).isEqualTo(PlacementAnswers.of(FURTHER).body());
  }

  @Test
  void an_order_that_is_under_way_is_not_looked_up_again() {
    Answer answer =
        placing(
            receipt -> {
              endedByAnother();
              return new Outcome.Pending(ORDER);
            });

    assertThat(answer.status()).isEqualTo(202);
  }

  @Test
  void a_request_that_came_before_is_answered_as_it_was_whatever_has_changed_since() {
    endedByAnother();
    for (Supplier<Outcome> now :
        List.<Supplier<Outcome>>of(
            () -> new Outcome.RequestTaken(),
            () -> new Outcome.Existing(ORDER),
            () -> new Outcome.Refused(new Refusal.CustomerNotEligible()),
            () -> {
              throw new PortUnavailable("customers", new IOException("away"));
            },
            () -> {
              throw new Refused(ProblemType.VALIDATION_FAILED, "by now");
            })) {
      Answer answer = placing(receipt -> now.get());

      assertThat(answer.status()).isEqualTo(201);
      assertThat(answer.headers()).containsKey(Replays.HEADER);
    }
  }

  @Test
  void an_order_that_the_first_request_has_left_is_gone_on_with() {
    Answers.Placed placed = new Answers.Placed(ORDER.storefront(), ORDER.id());
    recorded =
        Optional.of(
            new Answers.Recorded(REQUEST.fingerprint(), Optional.of(placed), Optional.empty()));
    resumed = Optional.of(new Outcome.Pending(ORDER));

    Answer answer = placing(receipt -> new Outcome.RequestTaken());

    assertThat(answer.status()).isEqualTo(202);
  }

  @Test
  void what_refuses_a_new_request_is_told_as_it_is() {
    assertThatThrownBy(
            () -> placing(receipt -> new Outcome.Refused(new Refusal.CustomerNotEligible())))
        .isInstanceOf(Refused.class);
    PortUnavailable away = new PortUnavailable("customers", new IOException("away"));
    assertThatThrownBy(
            () ->
                placing(
                    receipt -> {
                      throw away;
                    }))
        .isSameAs(away);
  }

  @Test
  void a_request_that_came_before_with_another_body_is_refused() {
    recorded = Optional.of(new Answers.Recorded("another", Optional.empty(), Optional.empty()));

    assertThatThrownBy(() -> placing(receipt -> new Outcome.RequestTaken()))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("another request");
  }

  @Test
  void a_commit_that_may_have_been_made_is_not_looked_up_but_told_as_unknown() {
    endedByAnother();
    PortUnavailable away = new PortUnavailable("orders", new IOException("away"));
    assertThatThrownBy(
            () ->
                placing(
                    receipt -> {
                      receipt.claim();
                      throw away;
                    }))
        .isSameAs(away);
  }

  private void endedByAnother() {
    recorded =
        Optional.of(
            new Answers.Recorded(
                REQUEST.fingerprint(),
                Optional.of(new Answers.Placed(ORDER.storefront(), ORDER.id())),
                Optional.of(PlacementAnswers.of(PLACED))));
  }

  private Answer placing(Function<Receipt<Outcome>, Outcome> use) {
    PlaceOrder place = command -> use.apply(command.receipt());
    Placements placements =
        new Placements(place, (storefront, order) -> resumed, new Replays(key -> recorded), true);
    return placements.once(REQUEST, PlacementsTest::command);
  }

  private static PlaceOrder.Command command(Receipt<Outcome> receipt) {
    return new PlaceOrder.Command(
        ORDER.storefront(),
        ORDER.terms().customer().id(),
        List.of(
            new PlaceOrder.Line(
                ORDER.lines().getFirst().sku(), 1, Optional.empty(), List.of(), List.of())),
        ORDER.terms().totals().shipping(),
        ORDER.particulars(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false,
        new Actor("key:test"),
        receipt);
  }
}
