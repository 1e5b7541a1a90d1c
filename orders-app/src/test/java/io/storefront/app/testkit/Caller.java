package io.storefront.app.testkit;

import tools.jackson.databind.JsonNode;

/** Somebody with a key. */
public record Caller(ApiClient api, String key) {

  /** Sends the call with the key, unless the call says itself who is calling. */
  public ApiAnswer send(ApiCall call) {
    return api.send(
        call.headers().containsKey("Authorization")
            ? call
            : call.with("Authorization", "Bearer " + key));
  }

  public ApiAnswer get(String target) {
    return send(ApiCall.get(target));
  }

  /** Posts with an idempotency key that nobody has used. */
  public ApiAnswer post(String target, JsonNode body) {
    return send(ApiCall.post(target, body));
  }

  public ApiAnswer put(String target, JsonNode body) {
    return send(ApiCall.put(target, body));
  }

  public ApiAnswer patch(String target, String ifMatch, JsonNode body) {
    return send(ApiCall.of("PATCH", target).withJson(body).with("If-Match", ifMatch));
  }

  public ApiAnswer delete(String target) {
    return send(ApiCall.of("DELETE", target));
  }
}
