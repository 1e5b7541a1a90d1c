package io.storefront.orders.testkit;

import io.storefront.orders.Enclosure;
import io.storefront.orders.Order;
import io.storefront.orders.StockClaim;
import io.storefront.orders.port.Change;
import io.storefront.orders.port.ChangeId;
import io.storefront.orders.port.Lease;
import io.storefront.orders.port.Work;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Makes changes as the use cases do. */
public final class Changes {
  private Changes() {}

  /** Stores a new order; somebody is at work on it. */
  public static Change placing(Order.Act placed) {
    return new Change(
        newId(),
        Optional.empty(),
        placed.order().atVersion(1),
        placed.events(),
        Optional.empty(),
        new Work.Leased(Duration.ofSeconds(10)),
        Optional.empty(),
        Enclosure.NONE);
  }

  /** Stores a new order together with its claim on stock. */
  public static Change placingWithStock(Order.Act placed) {
    Order held = placed.order().stockHeld(placed.order().terms().placedAt());
    return claiming(placing(new Order.Act(held, placed.events())), placed.order().claim());
  }

  /** Stores what became of an order; nothing is due any more. */
  public static Change after(Order before, Order.Act act) {
    return new Change(
        newId(),
        Optional.of(before),
        act.order().atVersion(before.version() + 1),
        act.events(),
        Optional.empty(),
        new Work.Done(),
        Optional.empty(),
        Enclosure.NONE);
  }

  /** Stores what became of an order, without an event. */
  public static Change after(Order before, Order next) {
    return after(before, new Order.Act(next, List.of()));
  }

  /** The same with a claim. */
  public static Change claiming(Change change, StockClaim claim) {
    return with(change, Optional.of(claim), change.work(), change.lease(), change.enclosure());
  }

  /** The same with other work. */
  public static Change leaving(Change change, Work work) {
    return with(change, change.claim(), work, change.lease(), change.enclosure());
  }

  /** The same with something else stored beside it. */
  public static Change enclosing(Change change, Enclosure enclosure) {
    return with(change, change.claim(), change.work(), change.lease(), enclosure);
  }

  /** The same under a lease. */
  public static Change under(Lease lease, Change change) {
    return with(change, change.claim(), change.work(), Optional.of(lease), change.enclosure());
  }

  private static Change with(
      Change change,
      Optional<StockClaim> claim,
      Work work,
      Optional<Lease> lease,
      Enclosure enclosure) {
    return new Change(
        change.id(),
        change.before(),
        change.order(),
        change.events(),
        claim,
        work,
        lease,
        enclosure);
  }

  private static ChangeId newId() {
    return new ChangeId(UUID.randomUUID());
  }
}
