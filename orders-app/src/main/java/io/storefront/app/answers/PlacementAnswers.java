package io.storefront.app.answers;

import io.storefront.app.problem.Problem;
import io.storefront.app.problem.Refused;
import io.storefront.app.view.OrderViews;
import io.storefront.orders.Order;
import io.storefront.orders.usecase.PlaceOrder.Outcome;
import java.time.Instant;
import java.util.Optional;

/**
 * What placing an order is answered with. It depends on the outcome and on nothing else, so that a
 * request and whoever ends it in its place give the same bytes.
 */
public final class PlacementAnswers {
  private static final String RETRY_AFTER_SECONDS = "2";

  private PlacementAnswers() {}

  /**
   * The answer to an outcome.
   *
   * @throws Refused where the outcome left no order, so that the answer is not to be stored
   */
  public static Answer of(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Placed(Order order) -> order(201, order);
      case Outcome.Pending(Order order) ->
          Replies.with(order(202, order), "Retry-After", RETRY_AFTER_SECONDS);
      case Outcome.Existing(Order order) -> existing(order);
      case Outcome.Refused refused -> refused(refused);
      case Outcome.RequestTaken taken ->
          throw new IllegalArgumentException("somebody else has the answer");
    };
  }

  private static Answer existing(Order order) {
    Optional<Instant> deleted = order.standing().deletedAt();
    if (deleted.isPresent()) {
      throw new Refused(Refusals.deleted(deleted.get()));
    }
    return Replays.marked(order(200, order));
  }

  private static Answer order(int status, Order order) {
    return Replies.with(
        Replies.json(status, OrderViews.of(order), order.version()),
        "Location",
        "/v1/orders/" + order.id());
  }

  private static Answer refused(Outcome.Refused refused) {
    Problem problem = Refusals.problem(refused.refusal());
    String traceId = problem.traceId().orElseThrow(() -> new Refused(problem));
    return Replies.problem(problem, traceId);
  }
}
