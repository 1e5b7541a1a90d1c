package io.storefront.orders;

import static org.assertj.core.api.Assertions.assertThat;

import io.storefront.orders.PaymentAttempt.Kind;
import io.storefront.orders.port.Payments.Instruction;
import io.storefront.orders.usecase.PlaceOrder.Outcome;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** What holds once nothing is left to do, whatever happened before. */
final class Promises {
  private Promises() {}

  static void areKept(Shop shop) {
    List<Order> orders = shop.orders.all();
    assertThat(shop.orders.hasUnfinished()).as("something is still to do").isFalse();
    assertThat(shop.stock.reserved()).as("claimed stock").isEqualTo(needed(orders));
    assertThat(shop.payments.effects())
        .as("what the provider did")
        .allMatch(effect -> orders.stream().anyMatch(order -> order.id().equals(effect.order())));
    orders.forEach(order -> orderIsWhole(order, shop));
    orders.forEach(order -> moneyIsHeldOnlyIfConfirmed(order, shop));
    orders.forEach(order -> theAnswerIsSealedOnce(order, shop));
  }

  private static void orderIsWhole(Order order, Shop shop) {
    assertThat(order.status()).isNotEqualTo(Lifecycle.PENDING);
    assertThat(order.payment().inFlight()).as("attempts under way").isEmpty();
    assertThat(order.payment().attempts())
        .as("tokens are erased")
        .allMatch(attempt -> attempt.token().isEmpty());
    assertThat(order.stock().state())
        .isNotEqualTo(StockStanding.State.RELEASING)
        .matches(state -> (state == StockStanding.State.HELD) == isConfirmed(order));
    List<OrderEvent> journal = shop.orders.journal(order.id());
    List<String> told =
        journal.stream()
            .map(event -> event.type().name())
            .filter(type -> !type.equals("HELD") && !type.equals("RELEASED"))
            .toList();
    assertThat(journal)
        .extracting(OrderEvent::sequence)
        .isEqualTo(IntStream.rangeClosed(1, order.standing().lastEvent()).boxed().toList());
    assertThat(told)
        .isIn(
            List.of("PLACED", order.status().name()), List.of("PLACED", "CONFIRMED", "CANCELLED"));
    assertThat(told).last().isEqualTo(order.status().name());
    assertThat(order.standing().hold()).as("held for a person").isEmpty();
  }

  private static void moneyIsHeldOnlyIfConfirmed(Order order, Shop shop) {
    long authorized = effects(order, Kind.AUTHORIZE, shop);
    long voided = effects(order, Kind.VOID, shop);
    boolean owed = isConfirmed(order) && order.due().isPositive();

    assertThat(authorized).as("authorizations ever made").isLessThanOrEqualTo(1);
    assertThat(authorized - voided).as("live authorizations").isEqualTo(owed ? 1 : 0);
    assertThat(order.payment().liveAuthorization().isPresent()).isEqualTo(owed);
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
    orders.stream()
        .filter(Promises::isConfirmed)
        .flatMap(order -> order.lines().stream())
        .forEach(line -> needed.merge(line.sku(), (long) line.quantity(), Long::sum));
    return needed;
  }

  private static long effects(Order order, Kind kind, Shop shop) {
    return shop.payments.effects().stream()
        .filter(effect -> effect.order().equals(order.id()))
        .map(Instruction::kind)
        .filter(kind::equals)
        .count();
  }

  private static boolean isConfirmed(Order order) {
    return order.status() == Lifecycle.CONFIRMED;
  }
}
