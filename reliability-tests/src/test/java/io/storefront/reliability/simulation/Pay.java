package io.storefront.reliability.simulation;

/** What the provider makes of a token. */
enum Pay {
  /** Approved. */
  APPROVE,
  /** Declined. */
  DECLINE,
  /** It waits for the customer, who agrees. */
  CUSTOMER_AGREES,
  /** It waits for the customer, who refuses. */
  CUSTOMER_REFUSES,
  /** It waits for the customer, who agrees at last. */
  CUSTOMER_TAKES_TIME,
  /** It waits for the customer, who never comes. */
  CUSTOMER_AWAY,
  /** Approved, and the first void of it is declined. */
  STUBBORN,
  /** Approved, and every void of it is declined. */
  OBSTINATE,
  /** Approved, and the first capture of it is declined. */
  FIRST_CAPTURE_FAILS,
  /** Approved, and every capture of it is declined. */
  NEVER_CAPTURES,
  /** Approved, and the first refund is declined. */
  FIRST_REFUND_FAILS,
  /** Approved, and every refund is declined. */
  NEVER_REFUNDS,
  /** Approved, and held for some seconds only. */
  EXPIRES,
  /** Held already, for the storefront that brings it; it serves one order. */
  BROUGHT;

  /** The token with which this client pays so. */
  String token(String client) {
    return "tok_" + name() + "_" + client;
  }

  /** What a token says. */
  static Pay of(String token) {
    for (Pay pay : values()) {
      if (token.startsWith("tok_" + pay.name() + "_")) {
        return pay;
      }
    }
    throw new IllegalArgumentException("not a token of this world");
  }

  /** Whose token it is. */
  static String client(String token) {
    return token.substring(token.lastIndexOf('_') + 1);
  }
}
