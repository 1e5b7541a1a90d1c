package io.storefront.orders;

/**
 * The key under which the provider does one thing at most once; the same in every process that
 * takes the attempt up, because it is made of the order, the kind and the attempt's number.
 */
public record ProviderKey(String value) {
  /** The key of an attempt. */
  static ProviderKey of(OrderId order, PaymentAttempt.Kind kind, int number) {
    return new ProviderKey(
        order + ":" + kind.name().toLowerCase(java.util.Locale.ROOT) + ":" + number);
  }
}
