package io.storefront.adapters.postgres;

import io.storefront.app.answers.Answer;
import io.storefront.app.answers.RequestEnclosure;
import io.storefront.app.answers.RequestKey;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A row of idempotency; bytes travel as PostgreSQL writes them. */
record RequestRow(
    String owner,
    String operation,
    String key,
    String fingerprint,
    Optional<String> storefront,
    Optional<UUID> orderId,
    Optional<Integer> status,
    Optional<Map<String, String>> headers,
    Optional<String> body) {

  static RequestRow claimed(RequestEnclosure.Claimed claimed, Placed order) {
    return row(claimed.key(), claimed.fingerprint(), Optional.of(order), Optional.empty());
  }

  static RequestRow answered(RequestEnclosure.Answered answered, Optional<Placed> order) {
    return row(answered.key(), answered.fingerprint(), order, Optional.of(answered.answer()));
  }

  /** What ends the row that waits for an order. */
  record End(UUID orderId, int status, Map<String, String> headers, String body) {
    static End of(UUID order, Answer answer) {
      return new End(order, answer.status(), answer.headers(), bytes(answer.body()));
    }
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
        answer.map(Answer::headers),
        answer.map(Answer::body).map(RequestRow::bytes));
  }

  private static String bytes(byte[] body) {
    return "\\x" + HexFormat.of().formatHex(body);
  }
}
