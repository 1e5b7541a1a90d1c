package io.storefront.orders.internal;

import io.storefront.orders.CustomerSnapshot;
import io.storefront.orders.LineQuantities;
import io.storefront.orders.OrderLine;
import io.storefront.orders.Particulars;
import io.storefront.orders.Refusal;
import io.storefront.orders.Refusal.PriceMismatch.Difference;
import io.storefront.orders.Sku;
import io.storefront.orders.Totals;
import io.storefront.orders.port.CustomerLookup;
import io.storefront.orders.port.ProductCatalog;
import io.storefront.orders.port.ProductCatalog.Offer;
import io.storefront.orders.usecase.PlaceOrder.Command;
import io.storefront.orders.usecase.PlaceOrder.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.joda.money.Money;

/** Turns what is wanted into what is agreed: the customer checked, names and prices frozen. */
final class Drafting {
  private final CustomerLookup customers;
  private final ProductCatalog catalog;

  Drafting(CustomerLookup customers, ProductCatalog catalog) {
    this.customers = customers;
    this.catalog = catalog;
  }

  Draft draft(Command command) {
    return switch (customers.check(command.storefront(), command.customer())) {
      case CustomerLookup.NotEligible no -> new Draft.Refused(new Refusal.CustomerNotEligible());
      case CustomerLookup.Eligible yes -> priced(command, yes.customer());
    };
  }

  private Draft priced(Command command, CustomerSnapshot customer) {
    TreeSet<Sku> skus = new TreeSet<>();
    command.lines().forEach(line -> skus.add(line.sku()));
    Map<Sku, Offer> offers = catalog.offers(command.storefront(), command.currency(), skus);
    List<Sku> unknown = skus.stream().filter(sku -> !offers.containsKey(sku)).toList();
    if (!unknown.isEmpty()) {
      return new Draft.Refused(new Refusal.UnknownSku(unknown));
    }
    Predicate<Sku> unpriced = sku -> offer(offers, sku).unitPrice().isEmpty();
    List<Sku> withoutPrice =
        command.lines().stream()
            .filter(line -> !(command.trustPrices() && line.unitPrice().isPresent()))
            .map(Line::sku)
            .distinct()
            .filter(unpriced)
            .sorted()
            .toList();
    if (!withoutPrice.isEmpty()) {
      return new Draft.Refused(new Refusal.PriceUnavailable(withoutPrice));
    }
    return agreed(command, customer, offers);
  }

  private static Draft agreed(Command command, CustomerSnapshot customer, Map<Sku, Offer> offers) {
    List<Difference> differences = differences(command, offers);
    if (!differences.isEmpty()) {
      return new Draft.Refused(new Refusal.PriceMismatch(differences));
    }
    List<Refusal.Violation> violations = new ArrayList<>();
    List<OrderLine> lines = new ArrayList<>();
    for (int i = 0; i < command.lines().size(); i++) {
      Line line = command.lines().get(i);
      Offer offer = offer(offers, line.sku());
      Money price = unitPrice(command, line, offer);
      if (discount(line, price).isGreaterThan(price.multipliedBy(line.quantity()))) {
        violations.add(
            new Refusal.Violation(
                "/lines/" + i + "/discounts", "must not exceed the line's price"));
      } else {
        lines.add(line(i + 1, line, offer.name(), price));
      }
    }
    if (!violations.isEmpty()) {
      return new Draft.Refused(new Refusal.Invalid(violations));
    }
    return totalled(command, customer, lines);
  }

  private static Draft totalled(Command command, CustomerSnapshot customer, List<OrderLine> lines) {
    Totals totals = Totals.of(lines, command.shippingPrice());
    if (command.expectedTotal().filter(total -> !total.equals(totals.grandTotal())).isPresent()) {
      return new Draft.Refused(new Refusal.TotalMismatch(totals.grandTotal()));
    }
    Particulars said = command.particulars();
    Particulars particulars =
        said.address().isPresent() ? said : said.shippedTo(customer.defaultAddress());
    return new Draft.Drawn(customer, lines, totals, particulars);
  }

  private static List<Difference> differences(Command command, Map<Sku, Offer> offers) {
    if (command.trustPrices()) {
      return List.of();
    }
    List<Difference> differences = new ArrayList<>();
    for (Line line : command.lines()) {
      Money current = offer(offers, line.sku()).unitPrice().orElseThrow();
      line.unitPrice()
          .filter(requested -> !requested.equals(current))
          .ifPresent(requested -> differences.add(new Difference(line.sku(), requested, current)));
    }
    return differences;
  }

  private static Money unitPrice(Command command, Line line, Offer offer) {
    Optional<Money> said = command.trustPrices() ? line.unitPrice() : Optional.empty();
    return said.or(offer::unitPrice).orElseThrow();
  }

  private static Money discount(Line line, Money price) {
    Money sum = Money.zero(price.getCurrencyUnit());
    for (var discount : line.discounts()) {
      sum = sum.plus(discount.amount());
    }
    return sum;
  }

  private static OrderLine line(int number, Line line, String name, Money price) {
    return new OrderLine(
        number,
        line.sku(),
        name,
        price,
        line.quantity(),
        line.discounts(),
        line.taxes(),
        new LineQuantities(line.quantity(), 0, 0, 0, 0));
  }

  private static Offer offer(Map<Sku, Offer> offers, Sku sku) {
    return Optional.ofNullable(offers.get(sku)).orElseThrow();
  }
}
