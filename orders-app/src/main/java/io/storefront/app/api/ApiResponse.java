package io.storefront.app.api;

import java.util.Map;

/**
 * What a host sends back, exactly. After a 413 the host closes the connection, because the rest of
 * the body was never read.
 *
 * @param headers one value each; all that belong to the answer but Content-Length
 * @param body empty for none
 */
@SuppressWarnings("ArrayRecordComponent") // bytes are handed on and never changed
public record ApiResponse(int status, Map<String, String> headers, byte[] body) {
  /** Copies the headers. */
  public ApiResponse {
    headers = Map.copyOf(headers);
  }
}
