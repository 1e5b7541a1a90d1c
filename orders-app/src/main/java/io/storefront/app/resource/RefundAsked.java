package io.storefront.app.resource;

import io.storefront.app.json.Findings;
import io.storefront.app.json.JsonObject;
import io.storefront.app.json.JsonValue;
import io.storefront.orders.Order;
import io.storefront.orders.Refund;
import io.storefront.orders.act.OrderAct;
import io.storefront.orders.act.RefundPayment;
import java.util.Optional;
import org.joda.money.Money;

/**
 * The body of a request to refund.
 *
 * @param isOfNothing whether it names neither lines nor shipping nor an adjustment
 */
record RefundAsked(
    boolean isOfNothing,
    WantedLines lines,
    Optional<Money> shipping,
    Optional<Money> adjustment,
    String reason)
    implements Asked<Refund> {

  static RefundAsked read(JsonObject body) {
    Optional<JsonValue> lines = body.optional("lines");
    Optional<JsonValue> shipping = body.optional("shipping");
    Optional<JsonValue> adjustment = body.optional("adjustment");
    return new RefundAsked(
        lines.isEmpty() && shipping.isEmpty() && adjustment.isEmpty(),
        WantedLines.read(lines),
        ActFields.money(shipping),
        ActFields.money(adjustment),
        ActFields.reason(body));
  }

  @Override
  public void check(Order order, Findings findings) {
    if (isOfNothing) {
      findings.invalid("", "must name lines, shipping or an adjustment");
    }
    lines.requireKnown(order, findings);
    ActFields.requireCurrency(shipping, "/shipping", order, findings);
    ActFields.requireCurrency(adjustment, "/adjustment", order, findings);
  }

  @Override
  public OrderAct<Refund> act(Order order) {
    return new RefundPayment(lines.wanted(), shipping, adjustment, reason);
  }
}
