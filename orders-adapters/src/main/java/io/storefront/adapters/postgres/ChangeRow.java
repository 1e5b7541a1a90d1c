package io.storefront.adapters.postgres;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.storefront.orders.port.Change;
import io.storefront.orders.port.Lease;
import io.storefront.orders.port.Work;
import java.util.Optional;

/**
 * A row of orders with what a commit has to know beside it.
 *
 * @param together how many changes one statement stores
 * @param told how many events
 * @param dueIn milliseconds until somebody has to look at the order; absent when all is done
 * @param leasedFor milliseconds for which nobody else may
 * @param raisedBy what the epoch of waiting work rises by: work under the committer's own lease
 *     keeps its epoch, every other commit ends whatever lease there is
 * @param epoch of the committer's lease
 */
record ChangeRow(
    @JsonUnwrapped OrderRow order,
    int together,
    int told,
    Optional<Long> dueIn,
    Optional<Long> leasedFor,
    int raisedBy,
    Optional<Long> epoch) {

  static ChangeRow of(Change change, int together) {
    Optional<Long> leasedFor = leasedFor(change.work());
    return new ChangeRow(
        OrderRow.of(change.order(), change.id()),
        together,
        change.events().size(),
        dueIn(change.work()),
        leasedFor,
        leasedFor.isPresent() && change.lease().isPresent() ? 0 : 1,
        change.lease().map(Lease::epoch));
  }

  private static Optional<Long> dueIn(Work work) {
    return switch (work) {
      case Work.Done() -> Optional.empty();
      case Work.Due(var in) -> Optional.of(in.toMillis());
      case Work.Leased(var length) -> Optional.of(length.toMillis());
    };
  }

  private static Optional<Long> leasedFor(Work work) {
    return work instanceof Work.Leased(var length)
        ? Optional.of(length.toMillis())
        : Optional.empty();
  }
}
