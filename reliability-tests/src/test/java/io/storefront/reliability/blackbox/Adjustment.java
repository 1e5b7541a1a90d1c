package io.storefront.reliability.blackbox;

import io.storefront.app.testkit.ApiCall;
import io.storefront.wiring.demo.DemoKeys;

/**
 * Stock that somebody receives, or corrects downwards.
 *
 * @param key the Idempotency-Key
 * @param quantity less than zero to take some away
 */
record Adjustment(String key, String sku, int quantity) {
  /** What became of it. */
  enum Outcome {
    BOOKED,
    REFUSED,
    UNKNOWN
  }

  static Outcome of(int status) {
    return switch (status) {
      case 201 -> Outcome.BOOKED;
      case 409 -> Outcome.REFUSED;
      default -> Outcome.UNKNOWN;
    };
  }

  ApiCall call() {
    return ApiCall.of("POST", "/v1/products/" + sku + "/stock-adjustments")
        .with("Authorization", "Bearer " + DemoKeys.OPERATOR)
        .withKey(key)
        .withText("{\"quantity\":%d,\"reason\":\"COUNTED\"}".formatted(quantity));
  }
}
