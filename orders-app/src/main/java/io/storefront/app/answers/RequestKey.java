package io.storefront.app.answers;

/**
 * What makes two requests the same request.
 *
 * @param owner the storefront whose key asked, or {@link #OPERATOR}
 * @param operation method and path template, for example {@code POST /v1/orders}
 * @param key the Idempotency-Key header, unquoted
 */
public record RequestKey(String owner, String operation, String key) {
  /** The owner of requests made with the operator's keys; no storefront can have this id. */
  public static final String OPERATOR = "*operator";
}
