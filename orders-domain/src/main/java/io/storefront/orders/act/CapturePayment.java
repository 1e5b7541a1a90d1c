package io.storefront.orders.act;

import io.storefront.orders.Balance;
import io.storefront.orders.Block;
import io.storefront.orders.Lifecycle;
import io.storefront.orders.Order;
import io.storefront.orders.PaymentAttempt;
import io.storefront.orders.RecordId;
import io.storefront.orders.Refusal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;

/**
 * Money that is held is taken, other than the capture policy would by itself.
 *
 * @param amount more than zero, in the order's currency; all that is due and held where it is
 *     absent
 */
public record CapturePayment(Optional<Money> amount) implements OrderAct<PaymentAttempt> {
  /** Refuses nothing to take. */
  public CapturePayment {
    amount.ifPresent(
        money -> {
          if (!money.isPositive()) {
            throw new IllegalArgumentException("a capture is more than zero");
          }
        });
  }

  /** Why nothing can be captured now. */
  public static List<Block> blockedBy(Order order, Instant now) {
    if (order.status() != Lifecycle.CONFIRMED && order.status() != Lifecycle.COMPLETED) {
      return List.of(Block.of(order.status()));
    }
    List<Block> blocks = new ArrayList<>();
    if (order.standing().hold().isPresent()) {
      blocks.add(Block.ON_HOLD);
    }
    if (!Balance.of(order).capturable().isPositive()) {
      blocks.add(Block.NOTHING_TO_CAPTURE);
    } else if (order.payment().authorizedUntil().filter(end -> !now.isBefore(end)).isPresent()) {
      blocks.add(Block.AUTHORIZATION_EXPIRED);
    }
    return blocks;
  }

  @Override
  public Decision<PaymentAttempt> decide(Order order, Occasion occasion) {
    List<Block> blocks = blockedBy(order, occasion.now());
    if (!blocks.isEmpty()) {
      return Decision.blocked(order, blocks);
    }
    Money most = Balance.of(order).capturable();
    Money wanted = amount.orElse(most);
    if (wanted.isGreaterThan(most)) {
      return new Decision.Refused<>(new Refusal.CaptureExceedsAuthorized(order.id(), most));
    }
    RecordId cause = occasion.id(RecordId.Kind.CAPTURE);
    Order next = order.capturing(wanted, Optional.of(cause), occasion.now());
    PaymentAttempt attempt = next.payment().attempts().getLast();
    return new Decision.Made<>(new Order.Act(next, List.of()), attempt);
  }
}
