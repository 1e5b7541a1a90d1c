package io.storefront.reliability.blackbox;

import io.storefront.app.testkit.ApiCall;
import io.storefront.wiring.demo.DemoKeys;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/**
 * An order that somebody wants.
 *
 * @param key the Idempotency-Key
 * @param reference his own number for it
 * @param lines units of each SKU, in the order in which they are named
 * @param token what he pays with
 */
record Wish(String key, String reference, Map<String, Integer> lines, String token) {
  private static final String[] TOKENS = {
    "tok_approve", "tok_approve", "tok_approve", "tok_approve", "tok_approve",
    "tok_decline", "tok_timeout", "tok_slow", "tok_error", "tok_action"
  };

  /** One to three of the goods, in any order, so that orders meet each other on them. */
  static Wish drawn(String name, SplittableRandom random) {
    Map<String, Integer> lines = new LinkedHashMap<>();
    int count = random.nextInt(1, 4);
    for (int i = 0; i < count; i++) {
      lines.put(Goods.drawn(random), random.nextInt(1, 3));
    }
    return new Wish("key-" + name, name, lines, TOKENS[random.nextInt(TOKENS.length)]);
  }

  /** The same order under another key. */
  Wish again() {
    return new Wish(key + "-again", reference, lines, token);
  }

  boolean isAgain() {
    return key.endsWith("-again");
  }

  /** What it costs, in cents. */
  long total() {
    return Goods.PRICE_MINOR * lines.values().stream().mapToLong(it -> it).sum();
  }

  ApiCall call() {
    String all =
        lines.entrySet().stream()
            .map(
                line ->
                    "{\"sku\":\"%s\",\"quantity\":%d}".formatted(line.getKey(), line.getValue()))
            .collect(Collectors.joining(","));
    return ApiCall.of("POST", "/v1/orders")
        .with("Authorization", "Bearer " + DemoKeys.AURORA)
        .withKey(key)
        .withText(
            """
            {"externalReference":"%s","currency":"EUR","lines":[%s],"payment":{"token":"%s"},
             "customerId":"cus_01890000-0000-7000-8000-000000000001"}\
            """
                .formatted(reference, all, token));
  }
}
