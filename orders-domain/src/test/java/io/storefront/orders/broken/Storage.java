package io.storefront.orders.broken;

import io.storefront.orders.ExternalReference;
import io.storefront.orders.Order;
import io.storefront.orders.OrderId;
import io.storefront.orders.StorefrontId;
import io.storefront.orders.port.Change;
import io.storefront.orders.port.ChangeId;
import io.storefront.orders.port.Lease;
import io.storefront.orders.port.Orders;
import io.storefront.orders.port.UnfinishedOrders;
import io.storefront.orders.testkit.InMemoryOrders;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Right in everything that a subclass does not get wrong. */
abstract class Storage implements Orders, UnfinishedOrders {
  abstract InMemoryOrders right();

  @Override
  public Optional<Order> find(StorefrontId storefront, OrderId order) {
    return right().find(storefront, order);
  }

  @Override
  public Optional<Order> findByReference(StorefrontId storefront, ExternalReference reference) {
    return right().findByReference(storefront, reference);
  }

  @Override
  public CommitAnswer commit(Change change) {
    return right().commit(change);
  }

  @Override
  public boolean carriesStock() {
    return right().carriesStock();
  }

  @Override
  public List<Leased> lease(int max, Duration length) {
    return right().lease(max, length);
  }

  @Override
  public Optional<Leased> lease(StorefrontId storefront, OrderId order, Duration length) {
    return right().lease(storefront, order, length);
  }

  @Override
  public void postpone(Lease lease, Duration delay) {
    right().postpone(lease, delay);
  }

  @Override
  public Optional<Duration> untilDue() {
    return right().untilDue();
  }

  @Override
  public void finish(Lease lease) {
    right().finish(lease);
  }

  static Change onTopOf(long version, Change change) {
    return new Change(
        new ChangeId(UUID.randomUUID()),
        Optional.of(version).filter(last -> last > 0).map(change.order()::atVersion),
        change.order().atVersion(version + 1),
        change.events(),
        change.claim(),
        change.work(),
        Optional.empty(),
        change.enclosure());
  }

  static Change withoutClaim(Change one) {
    return new Change(
        one.id(),
        one.before(),
        one.order(),
        one.events(),
        Optional.empty(),
        one.work(),
        one.lease(),
        one.enclosure());
  }

  static Change withoutLease(Change one) {
    return new Change(
        one.id(),
        one.before(),
        one.order(),
        one.events(),
        one.claim(),
        one.work(),
        Optional.empty(),
        one.enclosure());
  }
}
