package io.storefront.app.http;

import io.storefront.app.testkit.ApiCall;
import io.storefront.wiring.demo.DemoKeys;

/** Requests for an order of one piece, where the demo is loaded. */
final class DemoOrder {
  private DemoOrder() {}

  static ApiCall paidWith(String token, String idempotencyKey) {
    return ApiCall.of("POST", "/v1/orders")
        .with("Authorization", "Bearer " + DemoKeys.AURORA)
        .withKey(idempotencyKey)
        .withText(
            """
            {"customerId":"cus_01890000-0000-7000-8000-000000000001","currency":"EUR",
             "lines":[{"sku":"TEE-M-BLK","quantity":1}],"payment":{"token":"%s"}}\
            """
                .formatted(token));
  }
}
