package io.storefront.orders;

import java.time.Instant;
import java.util.List;

/** What happens between an order and the stock that it needs. */
sealed interface StockSteps permits LifecycleSteps {
  /** Which order. */
  OrderId id();

  /** What is ordered. */
  List<OrderLine> lines();

  /** What came back. */
  Records records();

  /** What the stock last said. */
  StockStanding stock();

  /** The same order standing with the stock like this. */
  Order with(StockStanding next, Instant now);

  /** The claim that this order needs from stock, one revision after the last answered one. */
  default StockClaim claim() {
    return StockClaim.needed(id(), stock().revision() + 1, lines(), records().returns());
  }

  /** The claim that gives everything back; for an order whose stock is being released. */
  default StockClaim tombstone() {
    return new StockClaim(id(), stock().revision(), List.of());
  }

  /** The same order after the stock has answered yes to {@link #claim}. */
  default Order stockHeld(Instant now) {
    return with(stock().held(), now);
  }

  /** The same order before the stock is told its {@link #restatement}. */
  default Order stockRestating(Instant now) {
    return with(stock().restating(), now);
  }

  /** The claim after units have moved; for an order whose claim is being restated. */
  default StockClaim restatement() {
    return StockClaim.needed(id(), stock().revision(), lines(), records().returns());
  }

  /** The same order after the stock has taken its {@link #restatement}. */
  default Order stockRestated(Instant now) {
    return with(stock().restated(), now);
  }

  /** The same order before the stock is told its {@link #tombstone}. */
  default Order stockReleasing(Instant now) {
    return with(stock().releasing(), now);
  }

  /** The same order after the stock has taken its {@link #tombstone}. */
  default Order stockReleased(Instant now) {
    return with(stock().released(), now);
  }
}
