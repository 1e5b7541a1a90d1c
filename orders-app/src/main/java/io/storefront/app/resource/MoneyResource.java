package io.storefront.app.resource;

import io.storefront.app.access.Scope;
import io.storefront.app.answers.Answer;
import io.storefront.app.view.RecordViews;
import java.util.List;

/** Captures and refunds of an order. */
public final class MoneyResource {
  private static final String REFUNDS = "/v1/orders/{orderId}/refunds";

  private final OrderActs acts;
  private final OrderRecords records;

  /** With what it needs. */
  public MoneyResource(OrderActs acts, OrderRecords records) {
    this.acts = acts;
    this.records = records;
  }

  /** What it offers. */
  public List<Route> routes() {
    return List.of(
        Route.post("/v1/orders/{orderId}/captures", Scope.PAYMENTS_CAPTURE, this::capture),
        Route.post(REFUNDS, Scope.PAYMENTS_REFUND, this::refund),
        Route.get(REFUNDS, Scope.PAYMENTS_REFUND, this::refunds));
  }

  private Answer capture(Call call) {
    return acts.once(
        call,
        CaptureAsked::read,
        (order, attempt) -> ActAnswers.left(201, order, RecordViews.capture(attempt), ""));
  }

  private Answer refund(Call call) {
    return acts.once(
        call,
        RefundAsked::read,
        (order, refund) -> ActAnswers.left(201, order, RecordViews.of(refund), "/refunds"));
  }

  private Answer refunds(Call call) {
    return records.page(
        call, order -> order.records().refunds().stream().map(RecordViews::of).toList());
  }
}
