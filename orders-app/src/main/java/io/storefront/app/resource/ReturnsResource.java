package io.storefront.app.resource;

import io.storefront.app.access.Scope;
import io.storefront.app.answers.Answer;
import io.storefront.app.json.Findings;
import io.storefront.app.json.JsonObject;
import io.storefront.app.view.RecordViews;
import io.storefront.orders.Order;
import io.storefront.orders.Return;
import io.storefront.orders.act.OrderAct;
import io.storefront.orders.act.RequestReturn;
import java.util.List;

/** Returns of shipped units: announced, decided upon, received. */
public final class ReturnsResource {
  private static final String RETURNS = "/v1/orders/{orderId}/returns";
  private static final String RETURN = RETURNS + "/{returnId}";

  private final OrderActs acts;
  private final OrderRecords records;

  private record Wanted(WantedLines lines, String reason) implements Asked<Return> {
    static Wanted read(JsonObject body) {
      return new Wanted(WantedLines.read(body.optional("lines")), ActFields.reason(body));
    }

    @Override
    public void check(Order order, Findings findings) {
      lines.requireKnown(order, findings);
    }

    @Override
    public OrderAct<Return> act(Order order) {
      return new RequestReturn(lines.wanted(), reason);
    }
  }

  /** With what it needs. */
  public ReturnsResource(OrderActs acts, OrderRecords records) {
    this.acts = acts;
    this.records = records;
  }

  /** What it offers. */
  public List<Route> routes() {
    return List.of(
        Route.post(RETURNS, Scope.ORDERS_FULFIL, this::request),
        Route.get(RETURNS, Scope.ORDERS_FULFIL, this::list),
        Route.post(RETURN + "/transitions", Scope.ORDERS_FULFIL, this::decide),
        Route.post(RETURN + "/receipts", Scope.ORDERS_FULFIL, this::receive));
  }

  private Answer request(Call call) {
    return acts.once(call, Wanted::read, ReturnsResource::answer);
  }

  private Answer decide(Call call) {
    String id = call.variable("returnId");
    return acts.once(call, body -> ReturnDecisionAsked.read(id, body), ReturnsResource::answer);
  }

  private Answer receive(Call call) {
    String id = call.variable("returnId");
    return acts.once(call, body -> ReturnReceiptAsked.read(id, body), ReturnsResource::answer);
  }

  private static Answer answer(Order order, Return one) {
    return ActAnswers.left(201, order, RecordViews.of(one), "/returns");
  }

  private Answer list(Call call) {
    return records.page(
        call, order -> order.records().returns().stream().map(RecordViews::of).toList());
  }
}
