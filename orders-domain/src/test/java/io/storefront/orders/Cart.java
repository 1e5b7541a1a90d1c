package io.storefront.orders;

import io.storefront.orders.testkit.OrderBuilder;
import io.storefront.orders.usecase.PlaceOrder.Command;
import io.storefront.orders.usecase.PlaceOrder.Line;
import io.storefront.orders.usecase.PlaceOrder.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;

/** What a customer wants; say only what matters to the test. */
final class Cart {
  private final List<Line> lines = new ArrayList<>();
  private CustomerId customer = new CustomerId("cus_ada");
  private Money shipping = Money.parse("EUR 0.00");
  private Particulars particulars = Particulars.NONE;
  private Optional<ExternalReference> reference = Optional.empty();
  private Optional<Money> expected = Optional.empty();
  private Optional<PaymentToken> payment = Optional.of(new PaymentToken("tok_approve"));
  private boolean trusted;
  private Receipt<Outcome> receipt = new Notes();

  static Cart of(int units, Sku sku) {
    return new Cart().and(units, sku);
  }

  static Cart of(Line line) {
    return new Cart().and(line);
  }

  Cart and(int units, Sku sku) {
    return and(new Line(sku, units, Optional.empty(), List.of(), List.of()));
  }

  Cart and(Line line) {
    lines.add(line);
    return this;
  }

  Cart by(String customerId) {
    customer = new CustomerId(customerId);
    return this;
  }

  Cart shippedFor(String price) {
    shipping = Money.parse(price);
    return this;
  }

  Cart saying(Particulars said) {
    particulars = said;
    return this;
  }

  Cart referenced(String text) {
    reference = Optional.of(new ExternalReference(text));
    return this;
  }

  Cart expecting(String total) {
    expected = Optional.of(Money.parse(total));
    return this;
  }

  Cart paidWith(PaymentToken token) {
    payment = Optional.of(token);
    return this;
  }

  Cart unpaid() {
    payment = Optional.empty();
    return this;
  }

  /** With its own prices instead of the catalogue's. */
  Cart trusted() {
    trusted = true;
    return this;
  }

  Cart with(Receipt<Outcome> other) {
    receipt = other;
    return this;
  }

  Command command() {
    return new Command(
        OrderBuilder.STOREFRONT,
        customer,
        lines,
        shipping,
        particulars,
        reference,
        expected,
        payment,
        trusted,
        new Actor("key:test"),
        receipt);
  }
}
