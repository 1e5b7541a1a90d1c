package io.storefront.wiring;

/** The application cannot start; the message tells a person why. */
public final class ApplicationUnavailable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ApplicationUnavailable(String message) {
    super(message);
  }

  ApplicationUnavailable(String message, Throwable cause) {
    super(message, cause);
  }
}
