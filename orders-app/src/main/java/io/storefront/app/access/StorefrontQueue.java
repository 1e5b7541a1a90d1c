package io.storefront.app.access;

import io.storefront.orders.Actor;
import io.storefront.orders.StorefrontId;
import java.net.URI;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * A queue into which one storefront puts orders. Who may put something there is decided by whoever
 * keeps the queue; whatever comes out of it is that storefront's.
 *
 * @param url where it is; the last part of its path is the queue's name
 * @param maySendPrices whether the storefront has priced its orders itself
 */
public record StorefrontQueue(URI url, StorefrontId storefront, boolean maySendPrices) {
  /** What it is called, here and in the names of resources. */
  public String name() {
    return url.getPath().substring(url.getPath().lastIndexOf('/') + 1);
  }

  /** Who asks for what comes out of it. */
  public Caller caller() {
    Set<Scope> scopes = EnumSet.of(Scope.ORDERS_WRITE);
    if (maySendPrices) {
      scopes.add(Scope.ORDERS_PRICE);
    }
    return new Caller(new Actor("queue:" + name()), Optional.of(storefront), scopes);
  }
}
