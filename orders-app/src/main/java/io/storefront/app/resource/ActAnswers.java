package io.storefront.app.resource;

import io.storefront.app.answers.Answer;
import io.storefront.app.answers.Replies;
import io.storefront.app.view.OrderViews;
import io.storefront.app.view.RecordViews;
import io.storefront.orders.Order;

/** What acts are answered with: a function of what was committed and of nothing else. */
final class ActAnswers {
  private static final String ORDER = "/v1/orders/";

  private ActAnswers() {}

  /**
   * A new record.
   *
   * @param list where records of its kind are read, below the order; empty where the order alone
   *     tells of them
   */
  static Answer left(int status, Order order, Object record, String list) {
    return Replies.with(changed(status, order, record), "Location", ORDER + order.id() + list);
  }

  /** A record that was there. */
  static Answer changed(int status, Order order, Object record) {
    return Replies.json(status, RecordViews.act(record, order), order.version());
  }

  /** The order itself. */
  static Answer order(Order order) {
    return Replies.json(200, OrderViews.of(order), order.version());
  }
}
