package io.storefront.orders;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What becomes of an order as a whole. */
sealed interface LifecycleSteps extends PaymentSteps, StockSteps permits Order {
  /** Where it stands, in one word. */
  Lifecycle status();

  /** Where it stands. */
  Standing standing();

  /** The same order standing there. */
  Order with(Standing next);

  /** What tells of where it stands. */
  OrderEvent event(OrderEvent.Type type, Actor actor, Optional<String> reason);

  /** Stock and payment are certain: the order stands. */
  default Order.Act confirm(Actor actor, Instant now) {
    boolean paid = due().isZero() || payment().liveAuthorization().isPresent();
    boolean wanted = standing().cancelRequest().isEmpty();
    if (stock().state() != StockStanding.State.HELD || !paid || !wanted) {
      throw new IllegalStateException(
          "only an order with stock and payment that nobody asked to cancel can be confirmed");
    }
    Standing next = standing().become(Lifecycle.CONFIRMED, now, Optional.empty());
    return become(with(next), OrderEvent.Type.CONFIRMED, Optional.empty(), actor);
  }

  /** It cannot be confirmed. Nothing may be held or charged for it any more. */
  default Order.Act reject(Rejection why, Actor actor, Instant now) {
    Standing next = standing().become(Lifecycle.REJECTED, now, Optional.of(why));
    Optional<String> reason = Optional.of(why.reason().name());
    return become(givenUp().with(next), OrderEvent.Type.REJECTED, reason, actor);
  }

  /**
   * Calls all of it off, of which nothing is shipped. A confirmed order is cancelled at once, its
   * stock to be given back and the void of what is held queued; a pending one will never be
   * confirmed, and is cancelled once it is known what became of its payment.
   */
  default Order.Act cancel(CancelRequest request) {
    if (status() == Lifecycle.PENDING) {
      return new Order.Act(with(standing().cancelRequested(request)), List.of());
    }
    Order released = stockReleasing(request.at());
    boolean settled = payment().inFlight().isEmpty();
    Optional<Order> voiding =
        payment()
            .liveAuthorization()
            .filter(held -> settled)
            .map(held -> released.voiding(held, request.at()));
    return becomeCancelled(withoutUnits(voiding.orElse(released)), request, request.at());
  }

  /** What was asked for while it was pending is done. Nothing may be held for it any more. */
  default Order.Act cancelAsRequested(Instant now) {
    CancelRequest request =
        standing()
            .cancelRequest()
            .orElseThrow(() -> new IllegalStateException("nobody asked to cancel it"));
    return becomeCancelled(givenUp(), request, now);
  }

  /** A person has to look at it. */
  default Order.Act hold(Hold why) {
    Standing next = standing().held(Optional.of(why), why.since());
    return become(with(next), OrderEvent.Type.HELD, Optional.of(why.reason()), why.owner());
  }

  /** The reason to hold it is gone. */
  default Order.Act release(Actor actor, Instant now) {
    Hold hold = standing().hold().orElseThrow(() -> new IllegalStateException("it is not on hold"));
    Standing next = standing().held(Optional.empty(), now);
    return become(with(next), OrderEvent.Type.RELEASED, Optional.of(hold.reason()), actor);
  }

  /** Nothing is to be waited for any more. */
  default Order.Act complete(Actor actor, Optional<String> reason, Instant now) {
    Standing next = standing().become(Lifecycle.COMPLETED, now, Optional.empty());
    return become(with(next), OrderEvent.Type.COMPLETED, reason, actor);
  }

  /** Softly deleted since then, or not any more. */
  default Order.Act deleted(Optional<Instant> since, Actor actor, Instant now) {
    OrderEvent.Type type = since.isPresent() ? OrderEvent.Type.DELETED : OrderEvent.Type.RESTORED;
    return become(with(standing().deleted(since, now)), type, Optional.empty(), actor);
  }

  private Order givenUp() {
    if (stock().mayHold() || payment().mayHold()) {
      throw new IllegalStateException("an order is given up only once nothing is held for it");
    }
    return withoutUnits(with(standing()));
  }

  private static Order withoutUnits(Order order) {
    return order.withLines(line -> line.quantities().allocatedCancelled());
  }

  private static Order.Act becomeCancelled(Order order, CancelRequest why, Instant now) {
    Standing next = order.standing().become(Lifecycle.CANCELLED, now, Optional.empty());
    Optional<String> reason = Optional.of(why.reason());
    return become(order.with(next), OrderEvent.Type.CANCELLED, reason, why.by());
  }

  private static Order.Act become(
      Order order, OrderEvent.Type type, Optional<String> reason, Actor actor) {
    return new Order.Act(order, List.of(order.event(type, actor, reason)));
  }
}
