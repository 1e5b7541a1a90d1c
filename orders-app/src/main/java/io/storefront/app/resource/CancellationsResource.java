package io.storefront.app.resource;

import io.storefront.app.access.Scope;
import io.storefront.app.answers.Answer;
import io.storefront.app.answers.Replies;
import io.storefront.app.json.Findings;
import io.storefront.app.json.JsonObject;
import io.storefront.app.view.RecordViews;
import io.storefront.orders.Cancellation;
import io.storefront.orders.Lifecycle;
import io.storefront.orders.Order;
import io.storefront.orders.act.Cancel;
import io.storefront.orders.act.OrderAct;
import java.util.List;

/** Cancellations of an order, or of some of its units. */
public final class CancellationsResource {
  private static final String CANCELLATIONS = "/v1/orders/{orderId}/cancellations";
  private static final String RETRY_AFTER_SECONDS = "2";

  private final OrderActs acts;
  private final OrderRecords records;

  private record Wanted(WantedLines lines, String reason) implements Asked<Cancellation> {
    static Wanted read(JsonObject body) {
      return new Wanted(WantedLines.read(body.optional("lines")), ActFields.reason(body));
    }

    @Override
    public void check(Order order, Findings findings) {
      lines.requireKnown(order, findings);
    }

    @Override
    public OrderAct<Cancellation> act(Order order) {
      return new Cancel(lines.wanted(), reason);
    }
  }

  /** With what it needs. */
  public CancellationsResource(OrderActs acts, OrderRecords records) {
    this.acts = acts;
    this.records = records;
  }

  /** What it offers. */
  public List<Route> routes() {
    return List.of(
        Route.post(CANCELLATIONS, Scope.ORDERS_CANCEL, this::cancel),
        Route.get(CANCELLATIONS, Scope.ORDERS_CANCEL, this::list));
  }

  private Answer cancel(Call call) {
    return acts.once(call, Wanted::read, CancellationsResource::answer);
  }

  /** What is asked of a pending order is durable, and done once its payment is known. */
  private static Answer answer(Order order, Cancellation cancellation) {
    boolean later = order.status() == Lifecycle.PENDING;
    Answer answer =
        ActAnswers.left(
            later ? 202 : 201, order, RecordViews.of(cancellation, order), "/cancellations");
    return later ? Replies.with(answer, "Retry-After", RETRY_AFTER_SECONDS) : answer;
  }

  private Answer list(Call call) {
    return records.page(
        call,
        order ->
            order.records().cancellations().stream()
                .map(cancellation -> RecordViews.of(cancellation, order))
                .toList());
  }
}
