package io.storefront.app.resource;

import io.storefront.app.json.Currencies;
import io.storefront.app.json.JsonObject;
import io.storefront.app.json.JsonValue;
import io.storefront.app.json.MoneyReader;
import io.storefront.orders.Address;
import io.storefront.orders.Contact;
import io.storefront.orders.Discount;
import io.storefront.orders.ExternalReference;
import io.storefront.orders.Order;
import io.storefront.orders.OrderLine;
import io.storefront.orders.Particulars;
import io.storefront.orders.Sku;
import io.storefront.orders.Tax;
import io.storefront.orders.usecase.PlaceOrder;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Reads the body of a request to place an order. For one request. */
final class PlacementReader {
  private static final Pattern RATE = Pattern.compile("[0-9]{1,2}(\\.[0-9]{1,6})?");

  private final JsonObject body;
  private final Optional<CurrencyUnit> currency;
  private final MoneyReader money;

  private PlacementReader(JsonObject body) {
    this.body = body;
    this.currency = Currencies.read(body.required("currency"));
    this.money = MoneyReader.in(currency);
  }

  static Placement read(JsonObject body) {
    return new PlacementReader(body).placement();
  }

  private Placement placement() {
    Optional<Shipping> shipping =
        body.optional("shipping").map(value -> value.object(this::shipping));
    return new Placement(
        body.optional("externalReference").map(PlacementReader::reference),
        body.required("customerId").string().orElse(""),
        currency,
        lines(body.required("lines")),
        shipping
            .flatMap(Shipping::price)
            .orElseGet(() -> Money.zero(currency.orElse(CurrencyUnit.EUR))),
        particulars(shipping),
        body.optional("expectedTotal").map(money.forSums()::read),
        body.optional("payment").map(value -> value.object(PaymentReader::read)));
  }

  private List<PlaceOrder.Line> lines(JsonValue value) {
    List<PlaceOrder.Line> lines = value.list(1, Order.MAX_LINES, line -> line.object(this::line));
    if (lines.stream().mapToLong(PlaceOrder.Line::quantity).sum() > Order.MAX_UNITS) {
      value.invalid("must have at most " + Order.MAX_UNITS + " units in all");
    }
    return lines;
  }

  private PlaceOrder.Line line(JsonObject line) {
    return new PlaceOrder.Line(
        sku(line.required("sku")),
        line.required("quantity").integer(1, OrderLine.MAX_QUANTITY),
        line.optional("unitPrice").map(money::read),
        line.optional("discounts")
            .map(list -> list.list(0, OrderLine.MAX_DISCOUNTS, each -> each.object(this::discount)))
            .map(list -> first(list, OrderLine.MAX_DISCOUNTS))
            .orElse(List.of()),
        line.optional("taxes")
            .map(list -> list.list(0, OrderLine.MAX_TAXES, each -> each.object(this::tax)))
            .map(list -> first(list, OrderLine.MAX_TAXES))
            .orElse(List.of()));
  }

  private Discount discount(JsonObject discount) {
    return new Discount(
        discount.required("code").text(Discount.MAX_CODE), money.read(discount.required("amount")));
  }

  private Tax tax(JsonObject tax) {
    return new Tax(
        tax.required("name").text(Tax.MAX_NAME),
        tax.required("rate")
            .text(
                PlacementReader::isRate,
                "must be 0 to 10 with at most " + Tax.MAX_RATE_DECIMALS + " decimals",
                BigDecimal::new,
                BigDecimal.ZERO),
        tax.required("included").bool(),
        money.read(tax.required("amount")));
  }

  private Shipping shipping(JsonObject shipping) {
    return new Shipping(
        shipping.optional("method").map(value -> value.text(Particulars.MAX_METHOD)),
        shipping.optional("price").map(money::read),
        shipping.optional("address").map(value -> value.object(Addresses::read)));
  }

  private Particulars particulars(Optional<Shipping> shipping) {
    return new Particulars(
        shipping.flatMap(Shipping::address),
        shipping.flatMap(Shipping::method),
        body.optional("contact").map(value -> value.object(Contacts::read)).orElse(Contact.NONE),
        body.optional("note").map(value -> value.text(Particulars.MAX_NOTE)),
        body.optional("metadata").map(Contacts::metadata).orElse(Map.of()));
  }

  private static ExternalReference reference(JsonValue value) {
    return value.text(
        ExternalReference::isWellFormed,
        "must be 1 to " + ExternalReference.MAX_LENGTH + " characters without control characters",
        ExternalReference::new,
        new ExternalReference("-"));
  }

  private static Sku sku(JsonValue value) {
    return value.text(
        Sku::isWellFormed,
        "must be 1 to 64 of A-Z, a-z, 0-9, dot, underscore and hyphen",
        Sku::new,
        new Sku("-"));
  }

  private static boolean isRate(String text) {
    return RATE.matcher(text).matches() && new BigDecimal(text).compareTo(Tax.MAX_RATE) <= 0;
  }

  private static <T> List<T> first(List<T> list, int max) {
    return list.subList(0, Math.min(list.size(), max));
  }

  private record Shipping(
      Optional<String> method, Optional<Money> price, Optional<Address> address) {}
}
