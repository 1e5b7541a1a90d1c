package io.storefront.inventory;

/**
 * A port gave no answer: what it was asked may or may not have happened. Thrown by implementers of
 * ports and passed on by every use case; asking again is safe.
 */
public final class PortUnavailable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String port;

  /** The simple name of the port's interface, and what went wrong. */
  public PortUnavailable(String port, Throwable cause) {
    super(port + " gave no answer", cause);
    this.port = port;
  }

  /** The simple name of the port's interface. */
  public String port() {
    return port;
  }
}
