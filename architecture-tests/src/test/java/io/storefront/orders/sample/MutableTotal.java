package io.storefront.orders.sample;

/** A part of the model that changes under its reader's hands. */
public final class MutableTotal {
  private long cents;

  /** Makes it more. */
  public void add(long more) {
    cents += more;
  }

  /** What it is now. */
  public long cents() {
    return cents;
  }
}
