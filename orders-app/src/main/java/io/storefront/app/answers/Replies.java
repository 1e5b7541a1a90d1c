package io.storefront.app.answers;

import io.storefront.app.json.JsonWriter;
import io.storefront.app.problem.Problem;
import java.util.LinkedHashMap;
import java.util.Map;

/** Makes answers. */
public final class Replies {
  private static final byte[] NOTHING = {};

  private Replies() {}

  /** A JSON object. */
  public static Answer json(int status, Object view) {
    return new Answer(status, Map.of("Content-Type", "application/json"), JsonWriter.write(view));
  }

  /** A JSON object of this version. */
  public static Answer json(int status, Object view, long version) {
    return with(json(status, view), "ETag", etag(version));
  }

  /** Nothing but a status. */
  public static Answer empty(int status) {
    return new Answer(status, Map.of(), NOTHING);
  }

  /** A problem document. */
  public static Answer problem(Problem problem, String traceId) {
    Map<String, String> headers = new LinkedHashMap<>(problem.headers());
    headers.put("Content-Type", "application/problem+json");
    return new Answer(
        problem.type().status(), headers, JsonWriter.write(problem.document(traceId)));
  }

  /** The same with one more header. */
  public static Answer with(Answer answer, String header, String value) {
    Map<String, String> headers = new LinkedHashMap<>(answer.headers());
    headers.put(header, value);
    return new Answer(answer.status(), headers, answer.body());
  }

  /** The strong entity tag of a version. */
  public static String etag(long version) {
    return "\"" + version + "\"";
  }
}
