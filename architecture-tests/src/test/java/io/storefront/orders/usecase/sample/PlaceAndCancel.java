package io.storefront.orders.usecase.sample;

/** Two use cases in one. */
public interface PlaceAndCancel {
  /** The first. */
  void place();

  /** The second. */
  void cancel();
}
