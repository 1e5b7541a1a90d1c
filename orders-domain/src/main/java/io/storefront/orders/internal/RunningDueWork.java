package io.storefront.orders.internal;

import io.storefront.orders.Order;
import io.storefront.orders.OrderId;
import io.storefront.orders.StorefrontId;
import io.storefront.orders.port.Receipts;
import io.storefront.orders.port.UnfinishedOrders.Leased;
import io.storefront.orders.usecase.PlaceOrder;
import io.storefront.orders.usecase.ResumePlacement;
import io.storefront.orders.usecase.RunDueWork;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@link RunDueWork} and {@link ResumePlacement}: lease, then drive. */
public final class RunningDueWork implements RunDueWork, ResumePlacement {
  private final Neighbours neighbours;
  private final Receipts receipts;

  RunningDueWork(Neighbours neighbours, Receipts receipts) {
    this.neighbours = neighbours;
    this.receipts = receipts;
  }

  /** One lease at a time: an order leased together with others could outlive its lease waiting. */
  @Override
  public int once(int max) {
    List<RuntimeException> failures = new ArrayList<>();
    int done = 0;
    while (done < max && driveOne(failures)) {
      done++;
    }
    if (!failures.isEmpty()) {
      RuntimeException first = failures.removeFirst();
      failures.forEach(first::addSuppressed);
      throw first;
    }
    return done;
  }

  /** False when nothing is due. */
  private boolean driveOne(List<RuntimeException> failures) {
    List<Leased> due = neighbours.unfinished().lease(1, neighbours.policies().lease());
    for (Leased leased : due) {
      try {
        drive(leased);
      } catch (RuntimeException broken) {
        failures.add(broken);
      }
    }
    return !due.isEmpty();
  }

  @Override
  public Optional<PlaceOrder.Outcome> resume(StorefrontId storefront, OrderId id) {
    Optional<Leased> leased =
        neighbours.unfinished().lease(storefront, id, neighbours.policies().lease());
    if (leased.isPresent()) {
      return leased.map(this::drive);
    }
    Optional<Order> order = neighbours.orders().find(storefront, id);
    return order.map(Outcomes::of);
  }

  private PlaceOrder.Outcome drive(Leased leased) {
    Instant giveUpAt = neighbours.now().plus(neighbours.policies().timeBudget());
    return Drive.ofStored(neighbours, leased, receipts.of(leased.order()), giveUpAt).run();
  }
}
