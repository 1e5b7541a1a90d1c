package io.storefront.adapters.sandbox;

import io.storefront.orders.PaymentToken;
import java.time.Duration;
import java.util.Optional;

/** What a token makes the sandbox do when it is asked to authorize. */
enum Behaviour {
  /** Approves. */
  APPROVE,
  /** Declines, and says why. */
  DECLINE,
  /** Approves, and says so late. */
  ANSWER_LATE,
  /** Approves, and never says so to whoever sends; whoever asks is told. */
  NEVER_ANSWER,
  /** Fails with nothing recorded the first time, approves from then on. */
  FAIL_ONCE,
  /** Approves once the customer has acted, which takes 3 s. */
  WAIT_FOR_CUSTOMER,
  /** Approves, and holds the money for a second only. */
  EXPIRE_SOON,
  /** Not of a token: a void for which nothing had to be let go but the waiting. */
  STOP_WAITING;

  /** How long the imagined customer takes. */
  static final Duration CUSTOMER_TAKES = Duration.ofSeconds(3);

  /** Why an authorization that another order has is declined. */
  static final String TAKEN = "authorization_taken";

  private static final String HELD = "auth_approve";

  /** Why an authorization that is brought is declined; whatever begins like a good one is one. */
  static Optional<String> ofBrought(String reference) {
    return reference.startsWith(HELD) ? Optional.empty() : Optional.of("authorization_not_found");
  }

  static Behaviour of(String token) {
    return switch (token) {
      case "tok_approve" -> APPROVE;
      case "tok_slow" -> ANSWER_LATE;
      case "tok_timeout" -> NEVER_ANSWER;
      case "tok_error" -> FAIL_ONCE;
      case "tok_action" -> WAIT_FOR_CUSTOMER;
      case "tok_expired" -> EXPIRE_SOON;
      default -> DECLINE;
    };
  }

  /** Without a token there is nothing to charge, which is no different from an unknown one. */
  static String token(Optional<PaymentToken> token) {
    return token.map(PaymentToken::value).orElse("");
  }

  static String declineCode(String token) {
    return switch (token) {
      case "tok_decline" -> "card_declined";
      case "tok_insufficient_funds" -> "insufficient_funds";
      default -> "invalid_token";
    };
  }
}
