package io.storefront.orders.testkit;

import io.storefront.orders.Actor;
import io.storefront.orders.Address;
import io.storefront.orders.Contact;
import io.storefront.orders.CustomerId;
import io.storefront.orders.CustomerSnapshot;
import io.storefront.orders.Discount;
import io.storefront.orders.ExternalReference;
import io.storefront.orders.LineQuantities;
import io.storefront.orders.Order;
import io.storefront.orders.OrderId;
import io.storefront.orders.OrderLine;
import io.storefront.orders.Particulars;
import io.storefront.orders.Sku;
import io.storefront.orders.StorefrontId;
import io.storefront.orders.Tax;
import io.storefront.orders.Terms;
import io.storefront.orders.Totals;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Builds orders that have just been placed; say only what matters to the test. */
public final class OrderBuilder {
  /** The storefront unless another is said. */
  public static final StorefrontId STOREFRONT = new StorefrontId("testshop");

  /** When orders are placed unless another time is said. */
  public static final Instant NOON = Instant.parse("2026-11-25T12:00:00.123Z");

  /** The customer. */
  public static final CustomerSnapshot ADA =
      new CustomerSnapshot(
          new CustomerId("cus_ada"), "Ada Lovelace", "ada@example.com", Optional.of(address()));

  private OrderId id = Fixtures.newOrderId();
  private StorefrontId storefront = STOREFRONT;
  private Optional<ExternalReference> reference = Optional.empty();
  private Instant placedAt = NOON;
  private Duration patience = Duration.ofMinutes(15);
  private Money price = Money.parse("EUR 19.90");
  private Particulars particulars = Particulars.NONE;
  private String contentHash = "0".repeat(64);
  private final List<OrderLine> lines = new ArrayList<>();

  private OrderBuilder() {}

  /** An order of one unit of a SKU of its own, at 19.90 EUR. */
  public static OrderBuilder anOrder() {
    return new OrderBuilder();
  }

  /** With this id. */
  public OrderBuilder withId(OrderId orderId) {
    id = orderId;
    return this;
  }

  /** Of this storefront. */
  public OrderBuilder in(StorefrontId shop) {
    storefront = shop;
    return this;
  }

  /** With this reference. */
  public OrderBuilder referenced(String text) {
    reference = Optional.of(new ExternalReference(text));
    return this;
  }

  /** With other content than the rest. */
  public OrderBuilder hashed(String hash) {
    contentHash = hash;
    return this;
  }

  /** Placed then. */
  public OrderBuilder placedAt(Instant time) {
    placedAt = time;
    return this;
  }

  /** Given up after so long. */
  public OrderBuilder givenUpAfter(Duration time) {
    patience = time;
    return this;
  }

  /** Units cost this much; for the lines that follow. */
  public OrderBuilder at(String money) {
    price = Money.parse(money);
    return this;
  }

  /** With so many units of this SKU, in a line of their own. */
  public OrderBuilder of(int units, Sku sku) {
    return line(units, sku, List.of(), List.of());
  }

  /** With everything that an order can carry. */
  public OrderBuilder withEverything() {
    CurrencyUnit currency = price.getCurrencyUnit();
    line(
        3,
        Fixtures.newSku("FULL"),
        List.of(new Discount("SUMMER", Money.ofMinor(currency, 5))),
        List.of(
            new Tax("VAT", new BigDecimal("0.19"), true, Money.ofMinor(currency, 7)),
            new Tax("Eco", new BigDecimal("0.010000"), false, Money.ofMinor(currency, 3))));
    particulars =
        new Particulars(
            Optional.of(address()),
            Optional.of("DHL_STD"),
            new Contact(
                Optional.of("Grace Hopper"),
                Optional.of("grace@example.com"),
                Optional.of("+49 30 1")),
            Optional.of("Ring twice – 二度"),
            Map.of("gift", "yes", "channel", "web"));
    return referenced("REF-" + id.value().substring(4));
  }

  /** The order and the event that it was placed. */
  public Order.Act act() {
    if (lines.isEmpty()) {
      of(1, Fixtures.newSku("ONE"));
    }
    Money shipping = Money.zero(price.getCurrencyUnit());
    return Order.place(
        id,
        storefront,
        new Terms(
            ADA,
            reference,
            contentHash,
            Totals.of(lines, shipping),
            placedAt,
            placedAt.plus(patience)),
        lines,
        particulars,
        new Actor("key:test"));
  }

  /** The order. */
  public Order build() {
    return act().order();
  }

  private OrderBuilder line(int units, Sku sku, List<Discount> discounts, List<Tax> taxes) {
    lines.add(
        new OrderLine(
            lines.size() + 1,
            sku,
            "A thing",
            price,
            units,
            discounts,
            taxes,
            new LineQuantities(units, 0, 0, 0, 0)));
    return this;
  }

  private static Address address() {
    return new Address(
        "Ada Lovelace",
        "Torstr. 1",
        Optional.of("2nd floor"),
        "Berlin",
        Optional.empty(),
        Optional.of("10119"),
        "DE");
  }
}
