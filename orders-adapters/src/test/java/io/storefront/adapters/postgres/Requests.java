package io.storefront.adapters.postgres;

import io.storefront.app.answers.Answer;
import io.storefront.app.answers.RequestEnclosure;
import io.storefront.app.answers.RequestKey;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Enclosures of the kind that PostgreSQL stores. */
final class Requests {
  private Requests() {}

  static RequestKey key(String request) {
    return new RequestKey("aurora", "POST /v1/things", request);
  }

  static Answer answer() {
    return new Answer(
        201,
        Map.of("Content-Type", "application/json", "Location", "/v1/things/1"),
        "{\"ok\":\"Zoë\"}\n".getBytes(StandardCharsets.UTF_8));
  }

  static RequestEnclosure answered(String request) {
    return new RequestEnclosure.Answered(key(request), "fingerprint", answer());
  }
}
