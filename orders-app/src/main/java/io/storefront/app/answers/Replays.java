package io.storefront.app.answers;

import io.storefront.app.port.Answers;
import io.storefront.app.problem.Problem;
import io.storefront.app.problem.ProblemType;
import io.storefront.app.problem.Refused;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Answers requests that have come before as they were answered then. Thread-safe. */
public final class Replays {
  /** What tells a caller that an answer is an old one. */
  public static final String HEADER = "Idempotent-Replayed";

  private static final String RETRY_AFTER_SECONDS = "1";

  private final Answers answers;

  /** Looks answers up here. */
  public Replays(Answers answers) {
    this.answers = answers;
  }

  /**
   * The stored answer, or a new one.
   *
   * @param fresh does what is asked and answers; empty when it finds that the same request came
   *     first
   */
  public Answer once(KeyedRequest request, Supplier<Optional<Answer>> fresh) {
    return earlier(request).or(fresh).or(() -> earlier(request)).orElseThrow(Replays::inProgress);
  }

  private Optional<Answer> earlier(KeyedRequest request) {
    return find(request, unfinished -> Optional.empty());
  }

  /** The stored answer, marked as an old one. */
  public Optional<Answer> stored(KeyedRequest request) {
    return answers.find(request.key()).flatMap(Answers.Recorded::answer).map(Replays::marked);
  }

  /** The same answer, marked as an old one. */
  public static Answer marked(Answer answer) {
    Map<String, String> headers = new LinkedHashMap<>(answer.headers());
    headers.put(HEADER, "true");
    return new Answer(answer.status(), headers, answer.body());
  }

  /**
   * The stored answer, or the answer to an order that is still under way; empty when the request
   * has not come before.
   *
   * @param resume goes on with an order that the first request has left; empty when it cannot
   */
  Optional<Answer> find(KeyedRequest request, Function<Answers.Placed, Optional<Answer>> resume) {
    Optional<Answers.Recorded> found = answers.find(request.key());
    if (found.isEmpty()) {
      return Optional.empty();
    }
    Answers.Recorded recorded = found.get();
    if (!recorded.fingerprint().equals(request.fingerprint())) {
      throw new Refused(
          ProblemType.IDEMPOTENCY_KEY_REUSED,
          "This Idempotency-Key was sent before with another request; use a new one.");
    }
    Optional<Answer> answer =
        recorded.answer().map(Replays::marked).or(() -> recorded.order().flatMap(resume));
    return Optional.of(answer.orElseThrow(Replays::inProgress));
  }

  /** What is answered while the first request is under way. */
  static Refused inProgress() {
    return new Refused(
        Problem.of(
                ProblemType.REQUEST_IN_PROGRESS,
                "The first request with this Idempotency-Key has not been answered yet; send it"
                    + " again in a second.")
            .header("Retry-After", RETRY_AFTER_SECONDS));
  }
}
