package io.storefront.app.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * One answer.
 *
 * @param status for example 201
 * @param headers all values of each name; looked up in any case
 * @param body the bytes as they came, empty for none
 */
@SuppressWarnings("ArrayRecordComponent") // copied on the way in, never changed
public record ApiAnswer(int status, Map<String, List<String>> headers, byte[] body) {
  public ApiAnswer {
    Map<String, List<String>> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.forEach((name, values) -> copy.put(name, List.copyOf(values)));
    headers = Collections.unmodifiableMap(copy);
    body = body.clone();
  }

  /** The first value of the header. */
  public Optional<String> header(String name) {
    return headers.getOrDefault(name, List.of()).stream().findFirst();
  }

  /** The first value of a header that has to be there. */
  public String requiredHeader(String name) {
    return header(name).orElseThrow(() -> new AssertionError("no " + name + " in " + this));
  }

  public String text() {
    return new String(body, UTF_8);
  }

  /** The body read as JSON; an error of the test when it is none. */
  public JsonNode json() {
    return Json.read(text());
  }

  /** A member of the body that has to be a string. */
  public String string(String member) {
    JsonNode node = json().path(member);
    if (!node.isString()) {
      throw new AssertionError("no string \"" + member + "\" in " + this);
    }
    return node.stringValue();
  }

  @Override
  public String toString() {
    return status + " " + headers + " " + text();
  }
}
