package io.storefront.orders;

/**
 * Turns an outcome into what is stored beside it, so that a repeated request can be answered alike.
 * A use case calls {@link #claim} once, when it first stores something for the request, unless that
 * is also the end; and {@link #seal} when the outcome is final. A commit that is refused stores
 * nothing of its enclosure: where one that claimed came up short of stock, the one that seals is
 * the first. Used by one thread.
 *
 * @param <O> the outcome of the use case
 */
public interface Receipt<O> {
  /** Says that the request is under way, for the first of several commits. */
  Enclosure claim();

  /** Says how the request ended. */
  Enclosure seal(O outcome);

  /** For callers whose requests are never repeated. */
  static <O> Receipt<O> none() {
    return new Receipt<>() {
      @Override
      public Enclosure claim() {
        return Enclosure.NONE;
      }

      @Override
      public Enclosure seal(O outcome) {
        return Enclosure.NONE;
      }
    };
  }
}
