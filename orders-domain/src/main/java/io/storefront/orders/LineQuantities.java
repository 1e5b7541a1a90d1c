package io.storefront.orders;

/**
 * Where the units of one line are; {@code ordered = allocated + shipped + cancelled}.
 *
 * @param allocated to be shipped, and claimed from stock
 * @param shipped left the house
 * @param delivered of those shipped, arrived
 * @param cancelled will never be shipped
 * @param returned of those shipped, came back
 */
public record LineQuantities(
    int allocated, int shipped, int delivered, int cancelled, int returned) {
  /** Refuses negative counts, and more delivered or returned than shipped. */
  public LineQuantities {
    if (allocated < 0 || cancelled < 0 || delivered < 0 || returned < 0) {
      throw new IllegalArgumentException("a line's quantities must not be negative");
    }
    if (delivered > shipped || returned > shipped) {
      throw new IllegalArgumentException("no more units come or go back than were shipped");
    }
  }

  static LineQuantities allocated(int units) {
    return new LineQuantities(units, 0, 0, 0, 0);
  }

  int ordered() {
    return allocated + shipped + cancelled;
  }

  LineQuantities allocatedCancelled() {
    return cancelling(allocated);
  }

  /** So many will never be shipped. */
  public LineQuantities cancelling(int units) {
    return new LineQuantities(allocated - units, shipped, delivered, cancelled + units, returned);
  }

  /** So many leave. */
  public LineQuantities shipping(int units) {
    return new LineQuantities(allocated - units, shipped + units, delivered, cancelled, returned);
  }

  /** So many have arrived, in all. */
  public LineQuantities arrived(int units) {
    return new LineQuantities(allocated, shipped, units, cancelled, returned);
  }

  /** So many more have come back. */
  public LineQuantities returning(int units) {
    return new LineQuantities(allocated, shipped, delivered, cancelled, returned + units);
  }

  /**
   * Whether nothing more is to be waited for: each unit is delivered, cancelled or returned.
   *
   * @param astray units of shipments that were lost or went back: what came back of them had not
   *     been delivered
   */
  boolean isSettled(int astray) {
    int apart = delivered + Math.min(returned, astray);
    return allocated == 0 && shipped <= Math.max(returned, apart);
  }
}
