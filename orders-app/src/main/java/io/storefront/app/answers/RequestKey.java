package io.storefront.app.answers;

/**
 * What makes two requests the same request.
 *
 * @param owner the storefront whose key asked, or {@link #OPERATOR}
 * @param operation method and path template, for example {@code POST /v1/orders}
 * @param key SHA-256 of the Idempotency-Key, in base64url: the key itself is a secret of its sender
 */
public record RequestKey(String owner, String operation, String key) {
  /** The owner of requests made with the operator's keys; no storefront can have this id. */
  public static final String OPERATOR = "*operator";
}
