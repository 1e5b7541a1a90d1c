package io.storefront.orders;

/**
 * A neighbour or the storage cannot be reached, or did not answer in time. Thrown by
 * implementations of ports; repeating what was asked is always safe. Nothing is known of what was
 * asked.
 */
public final class PortUnavailable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String port;

  /**
   * Names the port and keeps the cause.
   *
   * @param port the simple name of the port, for example {@code StockReservations}
   */
  public PortUnavailable(String port, Throwable cause) {
    super(port + " is unavailable", cause);
    this.port = port;
  }

  /** The simple name of the port. */
  public String port() {
    return port;
  }
}
