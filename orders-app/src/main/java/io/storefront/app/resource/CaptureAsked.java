package io.storefront.app.resource;

import io.storefront.app.json.Findings;
import io.storefront.app.json.JsonObject;
import io.storefront.orders.Order;
import io.storefront.orders.PaymentAttempt;
import io.storefront.orders.act.CapturePayment;
import io.storefront.orders.act.OrderAct;
import java.util.Optional;
import org.joda.money.Money;

/** The body of a request to capture. */
record CaptureAsked(Optional<Money> amount) implements Asked<PaymentAttempt> {

  static CaptureAsked read(JsonObject body) {
    return new CaptureAsked(ActFields.money(body.optional("amount")));
  }

  @Override
  public void check(Order order, Findings findings) {
    ActFields.requireCurrency(amount, "/amount", order, findings);
  }

  @Override
  public OrderAct<PaymentAttempt> act(Order order) {
    return new CapturePayment(amount);
  }
}
