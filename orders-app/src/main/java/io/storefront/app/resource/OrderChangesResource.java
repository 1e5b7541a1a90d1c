package io.storefront.app.resource;

import io.storefront.app.access.Scope;
import io.storefront.app.answers.Answer;
import io.storefront.app.view.RecordViews;
import io.storefront.orders.Order;
import io.storefront.orders.OrderEvent;
import io.storefront.orders.act.DeleteOrder;
import io.storefront.orders.act.OrderAct;
import io.storefront.orders.act.RestoreOrder;
import java.util.List;

/** Changes of an order as a whole: transitions, its particulars, deletion and restoration. */
public final class OrderChangesResource {
  private static final String ORDER = "/v1/orders/{orderId}";

  private final OrderActs acts;

  private record Restoration() implements Asked<OrderEvent> {
    @Override
    public boolean isOfDeleted() {
      return true;
    }

    @Override
    public OrderAct<OrderEvent> act(Order order) {
      return new RestoreOrder();
    }
  }

  /** With what it needs. */
  public OrderChangesResource(OrderActs acts) {
    this.acts = acts;
  }

  /** What it offers. */
  public List<Route> routes() {
    return List.of(
        Route.post(ORDER + "/transitions", Scope.ORDERS_WRITE, this::move),
        Route.patch(ORDER, Scope.ORDERS_WRITE, this::amend),
        Route.delete(ORDER, Scope.ORDERS_DELETE, this::delete).needingVersion(),
        Route.post(ORDER + "/restorations", Scope.ORDERS_DELETE, this::restore).needingVersion());
  }

  private Answer move(Call call) {
    return acts.once(
        call,
        TransitionAsked::read,
        (order, event) -> left(order, event, TransitionAsked.Event.of(event).name()));
  }

  private Answer amend(Call call) {
    return acts.patched(
        call, AmendmentAsked::read, (order, particulars) -> ActAnswers.order(order));
  }

  private Answer delete(Call call) {
    Asked<OrderEvent> deletion = order -> new DeleteOrder();
    return acts.done(call, deletion, (order, event) -> ActAnswers.order(order));
  }

  private Answer restore(Call call) {
    return acts.onceWithoutBody(
        call, new Restoration(), (order, event) -> left(order, event, "RESTORE"));
  }

  private static Answer left(Order order, OrderEvent event, String asked) {
    return ActAnswers.left(201, order, RecordViews.transition(order, event, asked), "");
  }
}
