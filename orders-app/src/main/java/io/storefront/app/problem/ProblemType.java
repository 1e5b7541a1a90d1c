package io.storefront.app.problem;

import java.util.Locale;

/** The kinds of problems, each with its status; a client dispatches on the name. */
public enum ProblemType {
  MALFORMED_REQUEST(400, "The request cannot be read"),
  UNKNOWN_FIELD(400, "The request has a field that does not exist"),
  INVALID_PARAMETER(400, "A query parameter is not as it must be"),
  INVALID_CURSOR(400, "The cursor does not belong to this list"),
  INVALID_LIMIT(400, "The limit is out of range"),
  IDEMPOTENCY_KEY_MISSING(400, "An Idempotency-Key is needed"),
  IDEMPOTENCY_KEY_MALFORMED(400, "The Idempotency-Key cannot be read"),
  UNAUTHENTICATED(401, "A valid API key is needed"),
  PAYMENT_DECLINED(402, "The payment was declined"),
  INSUFFICIENT_SCOPE(403, "The API key may not do this"),
  NOT_FOUND(404, "There is no such resource"),
  METHOD_NOT_ALLOWED(405, "This cannot be done here"),
  REQUEST_TIMEOUT(408, "The request took too long", true),
  TOTAL_MISMATCH(409, "The total is not the expected one"),
  PRICE_MISMATCH(409, "A unit price is not the catalogue's"),
  EXTERNAL_REFERENCE_CONFLICT(409, "Another order has this reference"),
  INSUFFICIENT_INVENTORY(409, "There is not enough stock"),
  ORDER_NOT_CONFIRMED(409, "The order ended before it was confirmed"),
  TRANSITION_NOT_ALLOWED(409, "This cannot be done now"),
  QUANTITY_EXCEEDED(409, "There are not as many units"),
  ON_HOLD(409, "The order waits for a person"),
  AUTHORIZATION_EXPIRED(409, "The provider holds the money no longer"),
  ALREADY_SHIPPED(409, "It has left the house"),
  NOT_TERMINAL(409, "The order has not ended"),
  REQUEST_IN_PROGRESS(409, "The first request with this key is still under way", true),
  DELETED(410, "The resource was deleted"),
  VERSION_CONFLICT(412, "Somebody else has changed it"),
  TOO_LARGE(413, "The body is too large"),
  URI_TOO_LONG(414, "The address is too long"),
  UNSUPPORTED_MEDIA_TYPE(415, "The body must be JSON"),
  VALIDATION_FAILED(422, "The request breaks a rule"),
  INVALID_MONEY(422, "An amount of money is not as it must be"),
  REFUND_EXCEEDS_CAPTURED(422, "There is not as much money to give back"),
  CAPTURE_EXCEEDS_AUTHORIZED(422, "There is not as much money to take"),
  CUSTOMER_NOT_ELIGIBLE(422, "The customer may not order"),
  UNKNOWN_SKU(422, "A product is not for sale"),
  PRICE_UNAVAILABLE(422, "A product has no price in this currency"),
  IDEMPOTENCY_KEY_REUSED(422, "The Idempotency-Key belongs to another request"),
  PRECONDITION_REQUIRED(428, "An If-Match header is needed"),
  HEADERS_TOO_LARGE(431, "The headers are too large"),
  INTERNAL_ERROR(500, "Something went wrong", true),
  TEMPORARY_REDUCED_CAPACITY(503, "Not available for the moment", true);

  private static final String BASE = "https://storefront.io/problems/";

  private final int status;
  private final String title;
  private final boolean retryable;

  ProblemType(int status, String title) {
    this(status, title, false);
  }

  ProblemType(int status, String title, boolean retryable) {
    this.status = status;
    this.title = title;
    this.retryable = retryable;
  }

  /** The HTTP status. */
  public int status() {
    return status;
  }

  /** One line for people, always the same for a type. */
  public String title() {
    return title;
  }

  /** Whether the very same request may succeed later. */
  public boolean isRetryable() {
    return retryable;
  }

  /** The URI that clients dispatch on; it ends in the name in kebab-case. */
  public String uri() {
    return BASE + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
