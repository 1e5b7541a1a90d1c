package io.storefront.app.answers;

import io.storefront.orders.Enclosure;
import io.storefront.orders.Order;
import io.storefront.orders.Receipt;
import io.storefront.orders.usecase.ActOnOrder.Outcome;
import java.util.function.BiFunction;

/**
 * What a request for an act leaves beside its order: its answer, made of what is committed.
 *
 * @param <R> what the act leaves
 */
public record ActReceipt<R>(KeyedRequest request, BiFunction<Order, R, Answer> answer)
    implements Receipt<Outcome<R>> {

  /** Never asked for, because an act is one commit. */
  @Override
  public Enclosure claim() {
    return Enclosure.NONE;
  }

  @Override
  public Enclosure seal(Outcome<R> outcome) {
    return switch (outcome) {
      case Outcome.Done<R>(Order order, R left) -> request.answered(answer.apply(order, left));
      default -> throw new IllegalArgumentException("only what was done is sealed: " + outcome);
    };
  }
}
