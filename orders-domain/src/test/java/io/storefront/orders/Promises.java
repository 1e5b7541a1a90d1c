package io.storefront.orders;

import static org.assertj.core.api.Assertions.assertThat;

import io.storefront.orders.PaymentAttempt.Kind;
import io.storefront.orders.port.Payments.Instruction;
import io.storefront.orders.usecase.PlaceOrder.Outcome;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.joda.money.Money;

/** What holds once nothing is left to do, whatever happened before. */
final class Promises {
  private static final Set<String> ENDS =
      Set.of("PLACED", "CONFIRMED", "REJECTED", "CANCELLED", "COMPLETED");

  private Promises() {}

  static void areKept(Shop shop) {
    List<Order> orders = shop.orders.all();
    assertThat(shop.orders.hasUnfinished()).as("something is still to do").isFalse();
    assertThat(shop.stock.reserved()).as("claimed stock").isEqualTo(needed(orders));
    assertThat(shop.payments.effects())
        .as("what the provider did")
        .allMatch(effect -> orders.stream().anyMatch(order -> order.id().equals(effect.order())));
    orders.forEach(order -> orderIsWhole(order, shop));
    orders.forEach(order -> moneyIsWhereItBelongs(order, shop));
    orders.forEach(order -> theAnswerIsSealedOnce(order, shop));
  }

  private static void orderIsWhole(Order order, Shop shop) {
    assertThat(order.status()).isNotEqualTo(Lifecycle.PENDING);
    assertThat(order.payment().inFlight()).as("attempts under way").isEmpty();
    assertThat(order.payment().attempts())
        .as("tokens are erased")
        .allMatch(attempt -> attempt.token().isEmpty());
    assertThat(order.stock().state())
        .isNotIn(StockStanding.State.RELEASING, StockStanding.State.RESTATING)
        .matches(state -> (state == StockStanding.State.HELD) == stands(order));
    assertThat(order.records().refunds()).noneMatch(one -> one.state() == Refund.State.PENDING);
    List<OrderEvent> journal = shop.orders.journal(order.id());
    List<String> told =
        journal.stream().map(event -> event.type().name()).filter(ENDS::contains).toList();
    assertThat(journal)
        .extracting(OrderEvent::sequence)
        .isEqualTo(IntStream.rangeClosed(1, order.standing().lastEvent()).boxed().toList());
    assertThat(told)
        .isIn(
            List.of("PLACED", order.status().name()),
            List.of("PLACED", "CONFIRMED", "CANCELLED"),
            List.of("PLACED", "CONFIRMED", "COMPLETED"));
    assertThat(told).last().isEqualTo(order.status().name());
    assertThat(order.standing().hold()).as("held for a person").isEmpty();
  }

  private static void moneyIsWhereItBelongs(Order order, Shop shop) {
    Money held = order.nothing();
    Money captured = sum(order, Kind.CAPTURE, shop);
    Money refunded = sum(order, Kind.REFUND, shop);
    if (shop.payments.effects(order, Kind.VOID).isEmpty()) {
      held = sum(order, Kind.AUTHORIZE, shop).minus(captured);
    }
    Balance books = Balance.of(order);

    assertThat(shop.payments.effects(order, Kind.AUTHORIZE)).hasSizeLessThanOrEqualTo(1);
    assertThat(books.held()).as("held").isEqualTo(held);
    assertThat(books.captured()).as("captured").isEqualTo(captured);
    assertThat(books.committed()).as("given back").isEqualTo(refunded);
    assertThat(held.isNegative()).as("captured more than was held").isFalse();
    assertThat(refunded.isGreaterThan(captured)).as("given back more than was taken").isFalse();
    assertThat(books.overpaid().isPositive()).as("taken and not due any more").isFalse();
    if (stands(order)) {
      boolean paid = !captured.isLessThan(order.due());
      assertThat(captured.plus(held)).as("covered").isGreaterThanOrEqualTo(order.due());
      assertThat(held.isZero()).as("held beyond what is due").isEqualTo(paid);
    } else {
      assertThat(held.isZero()).as("held for an order that has ended").isTrue();
      assertThat(captured).as("kept of an order that has ended").isEqualTo(refunded);
    }
  }

  private static Money sum(Order order, Kind kind, Shop shop) {
    return shop.payments.effects(order, kind).stream()
        .map(Instruction::amount)
        .reduce(order.nothing(), Money::plus);
  }

  private static void theAnswerIsSealedOnce(Order order, Shop shop) {
    List<Outcome> sealed =
        shop.orders.enclosures().stream()
            .filter(Notes.Sealed.class::isInstance)
            .map(enclosure -> ((Notes.Sealed) enclosure).outcome())
            .filter(outcome -> orderOf(outcome).equals(Optional.of(order.id())))
            .toList();

    assertThat(sealed).as("sealed answers").hasSize(1);
    assertThat(sealed.getFirst() instanceof Outcome.Placed)
        .isEqualTo(
            shop.orders.journal(order.id()).stream()
                .anyMatch(event -> event.type() == OrderEvent.Type.CONFIRMED));
  }

  private static Optional<OrderId> orderOf(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Placed(Order order) -> Optional.of(order.id());
      case Outcome.Refused refused -> refused.order();
      default -> throw new AssertionError("not an end: " + outcome);
    };
  }

  private static Map<Sku, Long> needed(List<Order> orders) {
    Map<Sku, Long> needed = new TreeMap<>();
    for (Order order : orders) {
      for (OrderLine line : order.lines()) {
        if (line.quantities().allocated() > 0) {
          needed.merge(line.sku(), (long) line.quantities().allocated(), Long::sum);
        }
      }
    }
    return needed;
  }

  private static boolean stands(Order order) {
    return order.status() == Lifecycle.CONFIRMED || order.status() == Lifecycle.COMPLETED;
  }
}
