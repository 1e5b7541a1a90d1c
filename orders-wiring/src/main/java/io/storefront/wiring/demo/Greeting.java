package io.storefront.wiring.demo;

import java.util.List;

/** What somebody is told who has just started the demo. */
public final class Greeting {
  private Greeting() {}

  /**
   * The keys, one a line, and a command that places an order.
   *
   * @param address of the application, for example {@code http://localhost:3000}
   */
  public static List<String> lines(String address) {
    return List.of(
        "storefront key: " + DemoKeys.AURORA,
        "storefront key: " + DemoKeys.HARBOR,
        "operator key: " + DemoKeys.OPERATOR,
        firstOrder(address));
  }

  /** With another idempotency key each time it is pasted, in whatever shell. */
  private static String firstOrder(String address) {
    return """
    curl -sS -i -X POST %s/v1/orders -H 'Authorization: Bearer %s' \
    -H 'Content-Type: application/json' \
    -H "Idempotency-Key: demo-$(date +%%s%%N)-${RANDOM:-}" \
    -d '{"customerId":"%s","currency":"EUR","lines":[{"sku":"%s","quantity":2}],\
    "payment":{"token":"tok_approve"}}'\
    """
        .formatted(address, DemoKeys.AURORA, DemoCatalog.ADA, DemoCatalog.ITEMS.getFirst().sku());
  }
}
