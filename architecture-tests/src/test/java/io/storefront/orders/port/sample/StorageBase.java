package io.storefront.orders.port.sample;

/** A port that is half an implementation. */
public abstract class StorageBase {
  /** Which the other half has to do. */
  public abstract void keep();
}
