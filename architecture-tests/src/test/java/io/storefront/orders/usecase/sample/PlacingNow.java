package io.storefront.orders.usecase.sample;

/** A use case that cannot be exchanged. */
public final class PlacingNow {
  /** Does nothing. */
  public void place() {}
}
