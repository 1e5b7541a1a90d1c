package com.example.baseline;

import com.example.baseline.OrderRows.Contact;
import com.example.baseline.OrderRows.Line;
import com.example.baseline.OrderRows.Order;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;

/** What is sent and what is answered, as far as placing an order in the plainest way has it. */
final class OrderJson {
  private OrderJson() {}

  record Wanted(
      @Size(min = 1, max = 128) String externalReference,
      @NotNull @Size(min = 1, max = 64) String customerId,
      @NotNull @Pattern(regexp = "[A-Z]{3}") String currency,
      @NotNull @Size(min = 1, max = 200) List<@Valid WantedLine> lines,
      @NotNull @Valid Payment payment) {
    /** The same to tell repeated requests by: a new token pays for the same order. */
    Wanted withoutPayment() {
      return new Wanted(externalReference, customerId, currency, lines, null);
    }
  }

  record WantedLine(
      @NotNull @Pattern(regexp = "[A-Za-z0-9._-]{1,64}") String sku,
      @Min(1) @Max(10_000) int quantity) {}

  record Payment(@NotNull @Size(min = 1, max = 255) String token) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record View(
      String id,
      String externalReference,
      String customerId,
      String status,
      String paymentStatus,
      String fulfillmentStatus,
      String returnStatus,
      long version,
      String currency,
      CustomerView customer,
      List<LineView> lines,
      Totals totals,
      PaymentView payment,
      Shipping shipping,
      Instant placedAt,
      Instant updatedAt) {}

  record Money(String amount, String currency) {}

  record CustomerView(String name, String email) {}

  record LineView(
      String id,
      String sku,
      String name,
      int quantity,
      Money unitPrice,
      List<Object> discounts,
      List<Object> taxes,
      Money total,
      Quantities quantities) {}

  record Quantities(int allocated, int shipped, int delivered, int cancelled, int returned) {}

  record Totals(
      Money lines,
      Money discount,
      Money shipping,
      Money taxIncluded,
      Money taxAdded,
      Money grandTotal) {}

  record PaymentView(
      Money authorized,
      Money captured,
      Money refunded,
      List<Object> inFlight,
      Instant authorizationExpiresAt) {}

  record Shipping(
      Money price,
      @JsonInclude(content = JsonInclude.Include.NON_NULL) Map<String, String> address) {}

  static View of(Order order) {
    Contact contact = order.contact;
    return new View(
        "ord_" + order.id,
        order.externalReference,
        order.customerId,
        order.status,
        order.paymentStatus,
        order.fulfillmentStatus,
        order.returnStatus,
        order.version,
        order.currency,
        new CustomerView(contact.customerName, contact.customerEmail),
        lines(order),
        totals(order),
        new PaymentView(
            money(order, order.totalMinor),
            money(order, 0),
            money(order, 0),
            List.of(),
            order.attempts.getFirst().expiresAt),
        new Shipping(money(order, order.shippingMinor), contact.shippingAddress),
        order.placedAt,
        order.updatedAt);
  }

  private static Totals totals(Order order) {
    return new Totals(
        money(order, order.linesMinor),
        money(order, order.discountMinor),
        money(order, order.shippingMinor),
        money(order, order.taxIncludedMinor),
        money(order, order.taxAddedMinor),
        money(order, order.totalMinor));
  }

  private static List<LineView> lines(Order order) {
    List<LineView> lines = new ArrayList<>();
    for (Line line : order.lines) {
      lines.add(
          new LineView(
              Integer.toString(lines.size() + 1),
              line.sku,
              line.name,
              line.quantity,
              money(order, line.unitPriceMinor),
              List.of(),
              List.of(),
              money(order, line.unitPriceMinor * line.quantity),
              new Quantities(
                  line.allocated, line.shipped, line.delivered, line.cancelled, line.returned)));
    }
    return lines;
  }

  private static Money money(Order order, long minor) {
    int decimals = Currency.getInstance(order.currency).getDefaultFractionDigits();
    return new Money(BigDecimal.valueOf(minor, decimals).toPlainString(), order.currency);
  }
}
