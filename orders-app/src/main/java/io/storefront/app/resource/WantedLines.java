package io.storefront.app.resource;

import io.storefront.app.json.Findings;
import io.storefront.app.json.JsonObject;
import io.storefront.app.json.JsonValue;
import io.storefront.orders.Order;
import io.storefront.orders.OrderLine;
import io.storefront.orders.act.Wanted;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The lines that a request for an act names.
 *
 * @param items none where it names none; a line that the order cannot have has the number 0
 */
record WantedLines(List<Wanted.Item> items) {
  private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,4}");

  static WantedLines read(Optional<JsonValue> lines) {
    return new WantedLines(
        lines
            .map(value -> value.list(1, Order.MAX_LINES, line -> line.object(WantedLines::item)))
            .orElse(List.of()));
  }

  static Wanted.Item item(JsonObject line) {
    String id = line.required("lineId").string().orElse("");
    return new Wanted.Item(
        NUMBER.matcher(id).matches() ? Integer.parseInt(id) : 0,
        line.required("quantity").integer(1, OrderLine.MAX_QUANTITY));
  }

  /** Notes lines that the order does not have. */
  void requireKnown(Order order, Findings findings) {
    for (int i = 0; i < items.size(); i++) {
      int line = items.get(i).line();
      if (line < 1 || line > order.lines().size()) {
        findings.invalid("/lines/" + i + "/lineId", "must be the id of a line of the order");
      }
    }
  }

  /** These, or all there are; only to be called once nothing is wrong. */
  Wanted wanted() {
    return new Wanted(items);
  }
}
