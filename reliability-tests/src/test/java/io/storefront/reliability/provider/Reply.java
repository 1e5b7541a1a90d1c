package io.storefront.reliability.provider;

import java.util.Map;

/** What goes back over HTTP. */
record Reply(int status, Map<String, String> headers, String body) {
  static Reply json(int status, String body) {
    return new Reply(status, Map.of("Content-Type", "application/json"), body);
  }

  static Reply of(Verdict verdict) {
    return json(verdict.status(), verdict.json());
  }

  static Reply text(String body) {
    return new Reply(200, Map.of("Content-Type", "text/plain"), body);
  }
}
