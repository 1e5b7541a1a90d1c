package io.storefront.app.resource;

import io.storefront.app.json.JsonObject;
import io.storefront.app.json.JsonValue;
import io.storefront.orders.Order;
import io.storefront.orders.OrderEvent;
import io.storefront.orders.act.CompleteOrder;
import io.storefront.orders.act.HoldOrder;
import io.storefront.orders.act.OrderAct;
import io.storefront.orders.act.ReleaseHold;
import java.util.Optional;

/**
 * The body of a request for a transition.
 *
 * @param reason there for a hold
 */
record TransitionAsked(Event event, Optional<String> reason) implements Asked<OrderEvent> {

  /** What can be asked for. */
  enum Event {
    HOLD,
    RELEASE_HOLD,
    COMPLETE;

    /** The word for what has happened. */
    static Event of(OrderEvent event) {
      return switch (event.type()) {
        case HELD -> HOLD;
        case RELEASED -> RELEASE_HOLD;
        default -> COMPLETE;
      };
    }
  }

  static TransitionAsked read(JsonObject body) {
    Event event = ActFields.word(body.required("event"), Event.class);
    Optional<JsonValue> reason =
        event == Event.HOLD ? Optional.of(body.required("reason")) : body.optional("reason");
    return new TransitionAsked(event, reason.map(ActFields::reason));
  }

  @Override
  public OrderAct<OrderEvent> act(Order order) {
    return switch (event) {
      case HOLD -> new HoldOrder(reason.orElseThrow());
      case RELEASE_HOLD -> new ReleaseHold();
      case COMPLETE -> new CompleteOrder(reason);
    };
  }
}
