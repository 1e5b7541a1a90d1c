package list;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A page that is asked for.
 *
 * @param name the same in a shop of any size
 * @param query of {@code GET /v1/orders}
 * @param key of whoever asks
 */
record Case(String name, String query, String key) {
  private static final String AURORA = "oms_test_DemoAurora_PublishedWithTheDemoDataOfAurora3Ptj20";
  private static final String OPERATOR =
      "oms_test_DemoOperat_PublishedWithDemoDataForOperator1V21Iy";

  private static final Pattern CURSOR = Pattern.compile("\"nextCursor\":\"([^\"]+)\"");
  private static final int DEPTH = 100_000;
  private static final int LARGEST_PAGE = 200;

  private static final Instant OPENING = Instant.parse("2025-01-01T00:00:00Z");
  private static final int SECONDS_BETWEEN_ORDERS = 3;

  /** All that is measured; what the values find is told by shop.sql. */
  static List<Case> all(Host host, long orders) throws IOException {
    List<Case> cases = new ArrayList<>();
    for (String sort : List.of("-placedAt", "placedAt", "-updatedAt", "updatedAt")) {
      Case first = new Case(sort, "sort=" + sort, AURORA);
      cases.add(first);
      cases.add(first.deep(host));
    }
    for (Case filter : filters(OPENING.plusSeconds(orders * SECONDS_BETWEEN_ORDERS))) {
      cases.add(filter);
      cases.add(new Case(filter.name + ", -updatedAt", filter.query + "&sort=-updatedAt", AURORA));
    }
    Case everything = new Case("operator", "sort=-placedAt", OPERATOR);
    cases.add(everything);
    cases.add(everything.deep(host));
    cases.add(new Case("operator, storefront", "storefront=harbor", OPERATOR));
    return cases;
  }

  private static List<Case> filters(Instant newest) {
    return List.of(
        filter("status, 1 in 2", "status=COMPLETED"),
        filter("status, 1 in 1,000", "status=PENDING"),
        filter("paymentStatus, 1 in 33", "paymentStatus=REFUNDED"),
        filter("fulfillmentStatus, 1 in 5", "fulfillmentStatus=SHIPPED"),
        filter("customerId, 20", "customerId=cus_415585bd-389b-6965-9223-807d77a96791"),
        filter("customerId, 1 in 240", "customerId=cus_c4ca4238-a0b9-2382-0dcc-509a6f75849b"),
        filter("externalReference", "externalReference=WEB-5002"),
        filter("sku, 100", "sku=RARE-0"),
        filter("sku, 1,900", "sku=MIDDLE"),
        filter("sku, 1 in 32", "sku=SKU-0"),
        filter(
            "placedFrom, placedTo",
            "placedFrom=2025-01-02T00:00:00Z&placedTo=2025-01-03T00:00:00Z"),
        filter("updatedFrom", "updatedFrom=" + newest),
        filter("includeDeleted", "includeDeleted=true"));
  }

  private static Case filter(String name, String query) {
    return new Case(name, query, AURORA);
  }

  /** Nobody can make a cursor up, so somebody walks there. */
  private Case deep(Host host) throws IOException {
    String cursor = "";
    for (int depth = 0; depth < DEPTH; depth += LARGEST_PAGE) {
      String body = host.page(query + "&limit=" + LARGEST_PAGE + cursor, key);
      Matcher next = CURSOR.matcher(body);
      if (!next.find()) {
        break;
      }
      cursor = "&cursor=" + next.group(1);
    }
    return new Case(name + ", deep", query + cursor, key);
  }

  /** Asks for it once. */
  String ask(Host host) throws IOException {
    return host.page(query, key);
  }
}
