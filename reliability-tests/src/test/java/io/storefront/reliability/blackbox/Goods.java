package io.storefront.reliability.blackbox;

import io.storefront.app.testkit.ApiCall;
import io.storefront.wiring.demo.DemoKeys;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Few goods, so that there is never enough of them. */
final class Goods {
  static final List<String> SKUS = IntStream.rangeClosed(1, 6).mapToObj(n -> "BOX-" + n).toList();
  static final long PRICE_MINOR = 1000;
  private static final String PRICE = "10.00";

  private Goods() {}

  static String drawn(SplittableRandom random) {
    return SKUS.get(random.nextInt(SKUS.size()));
  }

  /** Puts one of them into the catalogue. */
  static ApiCall product(String sku) {
    return ApiCall.of("PUT", "/v1/products/" + sku)
        .with("Authorization", "Bearer " + DemoKeys.OPERATOR)
        .withText(
            """
            {"name":"Box","unitPrices":[{"amount":"%s","currency":"EUR"}],"active":true}\
            """
                .formatted(PRICE));
  }
}
