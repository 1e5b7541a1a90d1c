package io.storefront.app.port;

/**
 * Secrets that all instances share. Thread-safe; throws {@link
 * io.storefront.orders.PortUnavailable}.
 *
 * <ul>
 *   <li>A secret is made once, and every instance gets the same.
 * </ul>
 */
public interface Secrets {
  /** 32 random bytes under this name, made at the first call ever. */
  byte[] get(String name);
}
