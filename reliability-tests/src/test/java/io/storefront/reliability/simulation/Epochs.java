package io.storefront.reliability.simulation;

import io.storefront.orders.port.Change;
import io.storefront.orders.port.Orders;
import io.storefront.orders.port.Orders.CommitAnswer;
import io.storefront.reliability.baton.Baton;
import java.util.function.Function;

/**
 * Looks, whenever a commit was made, whether its lease had passed on, or whether the background
 * made it without any.
 */
final class Epochs implements Ports.Change {
  private final Storage storage;
  private final Baton baton;
  private final Findings findings;

  Epochs(Storage storage, Baton baton, Findings findings) {
    this.storage = storage;
    this.baton = baton;
    this.findings = findings;
  }

  @Override
  public <T> T of(Class<T> port, T now) {
    return port == Orders.class ? port.cast(Spoiled.commit((Orders) now, this::look)) : now;
  }

  private CommitAnswer look(Change change, Function<Change, CommitAnswer> storing) {
    boolean passed =
        change
            .lease()
            .filter(lease -> lease.epoch() < storage.newestEpoch(lease.order()))
            .isPresent();
    boolean repeated = storage.isNewest(change);
    boolean unleased = change.lease().isEmpty() && baton.current().name().startsWith("runner");
    CommitAnswer answer = storing.apply(change);
    if (!repeated && answer instanceof CommitAnswer.Committed) {
      String changed = change.order().id() + " was changed ";
      findings.require(!passed, "R4", changed + "under a lease that had passed on");
      findings.require(!unleased, "R4", changed + "by the background without a lease");
    }
    return answer;
  }
}
