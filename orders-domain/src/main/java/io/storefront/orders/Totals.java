package io.storefront.orders;

import java.util.List;
import java.util.function.Function;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * The sums of an order, exact to the last minor unit: {@code grandTotal = lines − discount +
 * shipping + taxAdded}.
 *
 * @param lines unit prices times quantities
 * @param discount what the lines are reduced by
 * @param shipping the price of shipping
 * @param taxIncluded what the prices contain; for information
 * @param taxAdded what comes on top
 * @param grandTotal what the customer owes
 */
public record Totals(
    Money lines,
    Money discount,
    Money shipping,
    Money taxIncluded,
    Money taxAdded,
    Money grandTotal) {
  /** Adds up; refuses mixed currencies. */
  public static Totals of(List<OrderLine> lines, Money shipping) {
    CurrencyUnit currency = shipping.getCurrencyUnit();
    Money gross = sum(currency, lines, OrderLine::gross);
    Money discount = sum(currency, lines, OrderLine::discount);
    Money added = sum(currency, lines, OrderLine::taxAdded);
    return new Totals(
        gross,
        discount,
        shipping,
        sum(currency, lines, OrderLine::taxIncluded),
        added,
        gross.minus(discount).plus(shipping).plus(added));
  }

  private static Money sum(
      CurrencyUnit currency, List<OrderLine> lines, Function<OrderLine, Money> part) {
    return lines.stream().map(part).reduce(Money.zero(currency), Money::plus);
  }
}
