package io.storefront.app.resource;

import io.storefront.app.json.Findings;
import io.storefront.app.json.JsonObject;
import io.storefront.orders.Order;
import io.storefront.orders.RecordId;
import io.storefront.orders.Return;
import io.storefront.orders.act.DecideReturn;
import io.storefront.orders.act.OrderAct;

/**
 * The body of a request that approves or denies a return.
 *
 * @param id as in the path
 */
record ReturnDecisionAsked(String id, Event event) implements Asked<Return> {

  /** What can be decided. */
  enum Event {
    APPROVE,
    DENY
  }

  static ReturnDecisionAsked read(String id, JsonObject body) {
    return new ReturnDecisionAsked(id, ActFields.word(body.required("event"), Event.class));
  }

  /**
   * The order's return that a path names.
   *
   * @throws io.storefront.app.problem.Refused with 404 when it has none
   */
  static Return named(String id, Order order) {
    return RecordId.parse(RecordId.Kind.RETURN, id)
        .flatMap(order.records()::returned)
        .orElseThrow(() -> Call.notFound("return"));
  }

  @Override
  public void check(Order order, Findings findings) {
    named(id, order);
  }

  @Override
  public OrderAct<Return> act(Order order) {
    return new DecideReturn(named(id, order).id(), event == Event.APPROVE);
  }
}
