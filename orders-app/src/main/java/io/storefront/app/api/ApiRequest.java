package io.storefront.app.api;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A request as a host received it.
 *
 * @param method as sent, for example {@code POST}
 * @param path raw, that is still percent-encoded, without the query, for example {@code
 *     /v1/products/TEE%2DM}
 * @param rawQuery what stood behind the question mark, still percent-encoded; empty for none
 * @param headers the values of each header, oldest first; names in any case
 * @param body at most {@value #MAX_BODY} + 1 bytes: a host stops reading there, and the one byte
 *     too many tells that there was more
 * @param clientAddress for logs only; empty when the host does not know it
 */
@SuppressWarnings("ArrayRecordComponent") // bytes are handed on and never changed
public record ApiRequest(
    String method,
    String path,
    String rawQuery,
    Map<String, List<String>> headers,
    byte[] body,
    String clientAddress) {
  /** The largest body that is taken, in bytes: 64 KiB. */
  public static final int MAX_BODY = 64 * 1024;

  /** Copies the headers, so that they are found by names in any case. */
  public ApiRequest {
    TreeMap<String, List<String>> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.forEach(
        (name, values) ->
            copy.merge(name.toLowerCase(Locale.ROOT), List.copyOf(values), ApiRequest::joined));
    headers = copy;
  }

  private static List<String> joined(List<String> before, List<String> after) {
    return Stream.concat(before.stream(), after.stream()).toList();
  }
}
