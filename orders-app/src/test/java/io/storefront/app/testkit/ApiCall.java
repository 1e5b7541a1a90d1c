package io.storefront.app.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * One request. Each {@code with…} answers a new call.
 *
 * @param method as on the wire, for example {@code POST}
 * @param target path and query, for example {@code /v1/orders?limit=2}, percent-encoded
 * @param headers one value a name, names in any case
 * @param body empty for none
 */
@SuppressWarnings("ArrayRecordComponent") // copied on the way in, never changed
public record ApiCall(String method, String target, Map<String, String> headers, byte[] body) {
  public ApiCall {
    Map<String, String> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    copy.putAll(headers);
    headers = Collections.unmodifiableMap(copy);
    body = body.clone();
  }

  /** A call without headers and body. */
  public static ApiCall of(String method, String target) {
    return new ApiCall(method, target, Map.of(), new byte[0]);
  }

  public static ApiCall get(String target) {
    return of("GET", target);
  }

  /** A POST of JSON with an idempotency key that nobody has used. */
  public static ApiCall post(String target, JsonNode body) {
    return of("POST", target).withJson(body).withKey(Fresh.name("key"));
  }

  public static ApiCall put(String target, JsonNode body) {
    return of("PUT", target).withJson(body);
  }

  public ApiCall with(String header, String value) {
    Map<String, String> changed = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    changed.putAll(headers);
    changed.put(header, value);
    return new ApiCall(method, target, changed, body);
  }

  public ApiCall without(String header) {
    Map<String, String> changed = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    changed.putAll(headers);
    changed.remove(header);
    return new ApiCall(method, target, changed, body);
  }

  public ApiCall withBody(byte[] bytes) {
    return new ApiCall(method, target, headers, bytes);
  }

  /** This text as it stands, said to be JSON. */
  public ApiCall withText(String text) {
    return withBody(text.getBytes(UTF_8)).with("Content-Type", "application/json");
  }

  public String bodyText() {
    return new String(body, UTF_8);
  }

  public ApiCall withJson(JsonNode json) {
    return withText(json.toString());
  }

  public ApiCall withKey(String idempotencyKey) {
    return with("Idempotency-Key", idempotencyKey);
  }

  public ApiCall withMethod(String other) {
    return new ApiCall(other, target, headers, body);
  }

  public ApiCall withTarget(String other) {
    return new ApiCall(method, other, headers, body);
  }
}
