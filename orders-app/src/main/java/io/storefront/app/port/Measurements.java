package io.storefront.app.port;

import java.time.Duration;

/**
 * What operators want counted, told as it happens. Nothing told is about a person, a key, or one
 * order: every word is one of few. Implementations are thread-safe, quick, and throw nothing.
 */
public interface Measurements {
  /** Nobody counts. */
  Measurements NONE =
      new Measurements() {
        @Override
        public void answered(String method, String route, int status, Duration took) {}

        @Override
        public void stepped(String port, String step, String outcome, Duration took) {}

        @Override
        public void happened(String event, String reason) {}
      };

  /**
   * A request was answered.
   *
   * @param route its template; {@code -} where there is nothing
   */
  void answered(String method, String route, int status, Duration took);

  /**
   * Somebody was asked for something that an order needs.
   *
   * @param port whom, for example {@code payments}
   * @param step for what, for example {@code send_authorize}
   * @param outcome for example {@code approved}; {@code unavailable} without an answer
   */
  void stepped(String port, String step, String outcome, Duration took);

  /**
   * Something happened to an order, durably.
   *
   * @param event for example {@code rejected}
   * @param reason for example {@code payment_declined}; {@code -} for none
   */
  void happened(String event, String reason);
}
