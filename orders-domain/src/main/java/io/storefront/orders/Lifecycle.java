package io.storefront.orders;

import java.util.Map;
import java.util.Set;

/** Whether there is a commitment. Goods and money have states of their own; see Statuses. */
public enum Lifecycle {
  /** Accepted and durable; stock and payment are not both certain yet. */
  PENDING,
  /** Stock claimed, payment authorized. */
  CONFIRMED,
  /** Everything delivered, cancelled or returned, and paid. */
  COMPLETED,
  /** It could not be confirmed. */
  REJECTED,
  /** It was called off. */
  CANCELLED;

  private static final Map<Lifecycle, Set<Lifecycle>> NEXT =
      Map.of(
          PENDING, Set.of(CONFIRMED, REJECTED, CANCELLED),
          CONFIRMED, Set.of(COMPLETED, CANCELLED),
          COMPLETED, Set.of(),
          REJECTED, Set.of(),
          CANCELLED, Set.of());

  /** Whether an order may go from here to there in one step; there is no way back anywhere. */
  public boolean mayBecome(Lifecycle next) {
    return NEXT.getOrDefault(this, Set.of()).contains(next);
  }

  /** Whether nothing follows. */
  public boolean isTerminal() {
    return NEXT.getOrDefault(this, Set.of()).isEmpty();
  }
}
