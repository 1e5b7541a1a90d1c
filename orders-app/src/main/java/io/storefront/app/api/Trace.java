package io.storefront.app.api;

import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a request is called in logs and answers.
 *
 * @param traceId the caller's, from traceparent (W3C Trace Context), or a new one
 * @param requestId the caller's, from X-Request-Id, or the trace's
 */
record Trace(String traceId, String requestId) {
  private static final Pattern PARENT =
      Pattern.compile("[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}.*");
  private static final Pattern REQUEST_ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");
  private static final String NO_TRACE = "0".repeat(32);
  private static final int ID_BYTES = 16;

  static Trace of(ApiRequest request, RandomGenerator random) {
    String traceId =
        first(request, "traceparent")
            .map(PARENT::matcher)
            .filter(Matcher::matches)
            .map(matcher -> matcher.group(1))
            .filter(id -> !id.equals(NO_TRACE))
            .orElseGet(() -> newId(random));
    String requestId =
        first(request, "x-request-id")
            .filter(id -> REQUEST_ID.matcher(id).matches())
            .orElse(traceId);
    return new Trace(traceId, requestId);
  }

  /** A new one, of something that comes without. */
  static Trace begun(RandomGenerator random) {
    String id = newId(random);
    return new Trace(id, id);
  }

  private static Optional<String> first(ApiRequest request, String header) {
    return request.headers().getOrDefault(header, List.of()).stream().findFirst();
  }

  private static String newId(RandomGenerator random) {
    byte[] bytes = new byte[ID_BYTES];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
