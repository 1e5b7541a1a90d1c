package io.storefront.orders;

import static io.storefront.orders.testkit.OrderBuilder.NOON;
import static io.storefront.orders.testkit.OrderBuilder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import io.storefront.orders.PaymentAttempt.Kind;
import io.storefront.orders.PaymentAttempt.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The statuses that follow from quantities and money; the order here is of 4 units, 40.00 EUR. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class StatusesTest {
  private static final Sku TEA = new Sku("TEA");

  @ParameterizedTest
  @CsvSource({
    "4, 0, 0, 0, UNFULFILLED",
    "3, 1, 0, 0, PARTIALLY_SHIPPED",
    "3, 1, 1, 0, PARTIALLY_SHIPPED",
    "0, 4, 0, 0, SHIPPED",
    "0, 3, 0, 1, SHIPPED",
    "0, 4, 3, 0, PARTIALLY_DELIVERED",
    "0, 4, 4, 0, DELIVERED",
    "0, 2, 2, 2, DELIVERED",
    "1, 0, 0, 3, UNFULFILLED",
    "0, 0, 0, 4, NONE_REQUIRED"
  })
  void fulfilment_follows_from_where_the_units_are(
      int allocated, int shipped, int delivered, int cancelled, FulfillmentStatus status) {
    Order order = order(new LineQuantities(allocated, shipped, delivered, cancelled, 0));

    assertThat(Statuses.of(order).fulfillment()).isEqualTo(status);
  }

  @ParameterizedTest
  @CsvSource({"0, NONE", "1, PARTIALLY_RETURNED", "2, PARTIALLY_RETURNED", "3, RETURNED"})
  void returns_follow_from_what_came_back_of_three_shipped_units(
      int returned, ReturnStatus status) {
    Order order = order(new LineQuantities(1, 3, 0, 0, returned));

    assertThat(Statuses.of(order).returns()).isEqualTo(status);
  }

  @Test
  void units_are_counted_over_all_lines() {
    Order two = anOrder().of(1, TEA).of(1, TEA).build();
    OrderLine shipped = with(two.lines().getFirst(), new LineQuantities(0, 1, 1, 0, 0));
    Order order = with(two, List.of(shipped, two.lines().getLast()));

    assertThat(Statuses.of(order).fulfillment()).isEqualTo(FulfillmentStatus.PARTIALLY_SHIPPED);
  }

  @ParameterizedTest
  @CsvSource({
    "'', NONE",
    "AUTHORIZE INITIATED 40.00, NONE",
    "AUTHORIZE UNKNOWN 40.00, NONE",
    "AUTHORIZE FAILED 40.00, NONE",
    "AUTHORIZE SUCCEEDED 40.00, AUTHORIZED",
    "AUTHORIZE SUCCEEDED 40.00; VOID INITIATED 40.00, AUTHORIZED",
    "AUTHORIZE SUCCEEDED 40.00; VOID FAILED 40.00, AUTHORIZED",
    "AUTHORIZE SUCCEEDED 40.00; VOID SUCCEEDED 40.00, VOIDED",
    "AUTHORIZE SUCCEEDED 40.00; CAPTURE UNKNOWN 40.00, AUTHORIZED",
    "AUTHORIZE SUCCEEDED 40.00; CAPTURE SUCCEEDED 39.99, PARTIALLY_CAPTURED",
    "AUTHORIZE SUCCEEDED 40.00; CAPTURE SUCCEEDED 40.00, CAPTURED",
    "CAPTURE SUCCEEDED 40.00; REFUND INITIATED 1.00, CAPTURED",
    "CAPTURE SUCCEEDED 40.00; REFUND SUCCEEDED 39.99, PARTIALLY_REFUNDED",
    "CAPTURE SUCCEEDED 40.00; REFUND SUCCEEDED 40.00, REFUNDED"
  })
  void payment_follows_from_settled_money_only(String attempts, PaymentStatus status) {
    assertThat(Statuses.of(paying(attempts)).payment()).isEqualTo(status);
  }

  private static Order paying(String attempts) {
    List<PaymentAttempt> ledger = new ArrayList<>();
    for (String attempt : attempts.split(";", -1)) {
      if (!attempt.isBlank()) {
        String[] words = attempt.strip().split(" ", -1);
        ledger.add(
            attempt(ledger.size() + 1, Kind.valueOf(words[0]), State.valueOf(words[1]), words[2]));
      }
    }
    Order order = order(new LineQuantities(4, 0, 0, 0, 0));
    return new Order(
        order.id(),
        order.storefront(),
        order.terms(),
        order.lines(),
        order.particulars(),
        new PaymentLedger(ledger),
        order.stock(),
        order.records(),
        order.standing());
  }

  private static PaymentAttempt attempt(int number, Kind kind, State state, String amount) {
    Optional<AttemptRef> target =
        Optional.of(
            new AttemptRef(
                new ProviderKey("key-1"), Optional.of(new ProviderReference("AUTHORIZE-1"))));
    return new PaymentAttempt(
        number,
        kind,
        new ProviderKey("key-" + number),
        Money.parse("EUR " + amount),
        state,
        Optional.empty(),
        kind == Kind.AUTHORIZE ? Optional.empty() : target,
        Optional.empty(),
        state == State.SUCCEEDED
            ? Optional.of(new ProviderReference(kind + "-" + number))
            : Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        NOON,
        Optional.empty());
  }

  private static Order order(LineQuantities quantities) {
    Order order = anOrder().at("EUR 10.00").of(4, TEA).build();
    return with(order, List.of(with(order.lines().getFirst(), quantities)));
  }

  private static Order with(Order order, List<OrderLine> lines) {
    return new Order(
        order.id(),
        order.storefront(),
        order.terms(),
        lines,
        order.particulars(),
        order.payment(),
        order.stock(),
        order.records(),
        order.standing());
  }

  private static OrderLine with(OrderLine line, LineQuantities quantities) {
    return new OrderLine(
        line.number(),
        line.sku(),
        line.name(),
        line.unitPrice(),
        line.quantity(),
        line.discounts(),
        line.taxes(),
        quantities);
  }
}
