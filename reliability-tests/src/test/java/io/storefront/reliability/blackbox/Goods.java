package io.storefront.reliability.blackbox;

import io.storefront.app.testkit.ApiAnswer;
import io.storefront.app.testkit.ApiCall;
import io.storefront.wiring.demo.DemoKeys;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Few goods, so that there is never enough of them. */
final class Goods {
  static final List<String> SKUS = IntStream.rangeClosed(1, 6).mapToObj(n -> "BOX-" + n).toList();
  static final long PRICE_MINOR = 1000;
  private static final int AT_START = 4;
  private static final String PRICE = "10.00";

  private Goods() {}

  static String drawn(SplittableRandom random) {
    return SKUS.get(random.nextInt(SKUS.size()));
  }

  /** Puts all of them into the catalogue, and some of each on the shelf. */
  static void stockUp(Door door, History history) {
    for (String sku : SKUS) {
      make(door, sku);
      Adjustment first = new Adjustment("stock-" + sku, sku, AT_START);
      ApiAnswer answer = made(door.send(first.call()).orElseThrow());
      history.adjusts(first, Adjustment.of(answer.status()));
    }
  }

  /** Puts one into the catalogue. */
  static void make(Door door, String sku) {
    made(door.send(product(sku)).orElseThrow());
  }

  private static ApiAnswer made(ApiAnswer answer) {
    if (answer.status() != 201) {
      throw new IllegalStateException("not made: " + answer);
    }
    return answer;
  }

  private static ApiCall product(String sku) {
    return ApiCall.of("PUT", "/v1/products/" + sku)
        .with("Authorization", "Bearer " + DemoKeys.OPERATOR)
        .withText(
            """
            {"name":"Box","unitPrices":[{"amount":"%s","currency":"EUR"}],"active":true}\
            """
                .formatted(PRICE));
  }
}
