package io.storefront.app.relay;

import io.storefront.orders.ExternalReference;
import io.storefront.orders.Order;
import io.storefront.orders.OrderId;
import io.storefront.orders.StorefrontId;
import io.storefront.orders.port.Change;
import io.storefront.orders.port.Orders;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Orders, and a word to whoever relays events as soon as there are any. A word that is lost costs
 * time and nothing else. Thread-safe if the listener is.
 */
public final class SignallingOrders implements Orders {
  private final Orders orders;
  private final Consumer<OrderId> listener;

  /** The listener is told on the committing thread, so it must be quick and must not throw. */
  public SignallingOrders(Orders orders, Consumer<OrderId> listener) {
    this.orders = orders;
    this.listener = listener;
  }

  @Override
  public Optional<Order> find(StorefrontId storefront, OrderId order) {
    return orders.find(storefront, order);
  }

  @Override
  public Optional<Order> findByReference(StorefrontId storefront, ExternalReference reference) {
    return orders.findByReference(storefront, reference);
  }

  @Override
  public CommitAnswer commit(Change change) {
    CommitAnswer answer = orders.commit(change);
    if (answer instanceof CommitAnswer.Committed && !change.events().isEmpty()) {
      listener.accept(change.order().id());
    }
    return answer;
  }

  @Override
  public boolean carriesStock() {
    return orders.carriesStock();
  }
}
