package io.storefront.app.answers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.storefront.app.port.Answers;
import io.storefront.app.problem.Problem;
import io.storefront.app.problem.ProblemType;
import io.storefront.app.problem.Refused;
import io.storefront.orders.testkit.OrderBuilder;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ReplaysTest {
  private static final KeyedRequest REQUEST =
      KeyedRequest.of("tea", "POST /v1/orders", new IdempotencyKey("k"), List.of(), new byte[0]);
  private static final Answer STORED = Replies.json(201, List.of("stored"));
  private static final Answer FRESH = Replies.json(201, List.of("fresh"));

  private static Optional<Answer> notCalled() {
    throw new AssertionError("the request was done again");
  }

  private Optional<Answers.Recorded> recorded = Optional.empty();
  private final Replays replays = new Replays(key -> recorded);

  private static Optional<Answers.Recorded> record(Optional<Answer> answer) {
    Answers.Placed placed =
        new Answers.Placed(OrderBuilder.STOREFRONT, OrderBuilder.anOrder().build().id());
    return Optional.of(new Answers.Recorded(REQUEST.fingerprint(), Optional.of(placed), answer));
  }

  private static Problem refusal(Supplier<Answer> answer) {
    return assertThatExceptionOfType(Refused.class).isThrownBy(answer::get).actual().problem();
  }

  @Test
  void a_request_that_never_came_is_done() {
    assertThat(replays.once(REQUEST, () -> Optional.of(FRESH))).isSameAs(FRESH);
  }

  @Test
  void a_finished_request_is_answered_as_it_was_and_marked() {
    recorded = record(Optional.of(STORED));
    Answer answer = replays.once(REQUEST, ReplaysTest::notCalled);
    assertThat(answer.body()).isEqualTo(STORED.body());
    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.headers())
        .containsAllEntriesOf(STORED.headers())
        .containsEntry("Idempotent-Replayed", "true");
  }

  @Test
  void another_request_with_the_key_is_refused_even_while_the_first_runs() {
    recorded = Optional.of(new Answers.Recorded("other", Optional.empty(), Optional.empty()));
    assertThat(refusal(() -> replays.once(REQUEST, ReplaysTest::notCalled)).type())
        .isEqualTo(ProblemType.IDEMPOTENCY_KEY_REUSED);
  }

  @Test
  void what_has_no_answer_yet_is_in_progress() {
    recorded = record(Optional.empty());
    Problem problem = refusal(() -> replays.once(REQUEST, ReplaysTest::notCalled));
    assertThat(problem.type()).isEqualTo(ProblemType.REQUEST_IN_PROGRESS);
    assertThat(problem.headers()).containsEntry("Retry-After", "1");
  }

  @Test
  void whoever_comes_second_gets_the_answer_of_the_first() {
    Answer answer =
        replays.once(
            REQUEST,
            () -> {
              recorded = record(Optional.of(STORED));
              return Optional.empty();
            });
    assertThat(new String(answer.body(), UTF_8)).contains("stored");
  }
}
