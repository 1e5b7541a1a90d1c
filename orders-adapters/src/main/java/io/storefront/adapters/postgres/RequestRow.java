package io.storefront.adapters.postgres;

import io.storefront.app.answers.Answer;
import io.storefront.app.answers.RequestEnclosure;
import io.storefront.app.answers.RequestKey;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A row of idempotency, but for the body of the answer, which does not travel as JSON. */
record RequestRow(
    String owner,
    String operation,
    String key,
    String fingerprint,
    Optional<String> storefront,
    Optional<UUID> orderId,
    Optional<Integer> status,
    Optional<Map<String, String>> headers) {

  static RequestRow claimed(RequestEnclosure.Claimed claimed, Placed order) {
    return row(claimed.key(), claimed.fingerprint(), Optional.of(order), Optional.empty());
  }

  static RequestRow answered(RequestEnclosure.Answered answered, Optional<Placed> order) {
    return row(answered.key(), answered.fingerprint(), order, Optional.of(answered.answer()));
  }

  /** The order of the same commit. */
  record Placed(String storefront, UUID id) {}

  private static RequestRow row(
      RequestKey key, String fingerprint, Optional<Placed> order, Optional<Answer> answer) {
    return new RequestRow(
        key.owner(),
        key.operation(),
        key.key(),
        fingerprint,
        order.map(Placed::storefront),
        order.map(Placed::id),
        answer.map(Answer::status),
        answer.map(Answer::headers));
  }
}
