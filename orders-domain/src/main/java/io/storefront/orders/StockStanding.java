package io.storefront.orders;

/**
 * How an order stands with the stock it needs.
 *
 * @param state whether the stock has said yes
 * @param revision of the last claim that was decided; 0 before the first
 */
public record StockStanding(State state, int revision) {
  /** Nothing asked, or nothing answered. */
  public static final StockStanding UNCLAIMED = new StockStanding(State.UNCLAIMED, 0);

  /** The stock has said yes to the next claim. */
  StockStanding held() {
    return new StockStanding(State.HELD, revision + 1);
  }

  /** Units have moved, and the stock is to be told; also while it has not answered before. */
  StockStanding restating() {
    return new StockStanding(State.RESTATING, revision + 1);
  }

  /** The stock has taken what was restated. */
  StockStanding restated() {
    return new StockStanding(State.HELD, revision);
  }

  /** The tombstone gets a revision above that of a claim whose answer may have been lost. */
  StockStanding releasing() {
    return new StockStanding(State.RELEASING, revision + 2);
  }

  /** The stock has taken the tombstone. */
  StockStanding released() {
    return new StockStanding(State.RELEASED, revision);
  }

  /** Whether units may be held, as far as anybody knows. */
  boolean mayHold() {
    return state != State.UNCLAIMED && state != State.RELEASED;
  }

  /** What the stock last said. */
  public enum State {
    /** It has not said yes. */
    UNCLAIMED,
    /** Every unshipped, uncancelled unit is claimed. */
    HELD,
    /** As held; the stock is being told which units were shipped, cancelled or came back. */
    RESTATING,
    /** The stock is being told that nothing is claimed any more. */
    RELEASING,
    /** Nothing is claimed any more. */
    RELEASED
  }
}
