package io.storefront.adapters.postgres;

import io.storefront.orders.Discount;
import io.storefront.orders.LineQuantities;
import io.storefront.orders.OrderLine;
import io.storefront.orders.Sku;
import io.storefront.orders.Tax;
import java.math.BigDecimal;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** A row of order_line. */
record LineRow(
    int number,
    String sku,
    String name,
    long unitPriceMinor,
    int quantity,
    int allocated,
    int shipped,
    int delivered,
    int cancelled,
    int returned,
    List<DiscountRow> discounts,
    List<TaxRow> taxes) {

  /** An element of order_line.discounts. */
  record DiscountRow(String code, long amountMinor) {}

  /** An element of order_line.taxes; the rate is text, to keep its decimals. */
  record TaxRow(String name, String rate, boolean included, long amountMinor) {}

  static LineRow of(OrderLine line) {
    LineQuantities units = line.quantities();
    return new LineRow(
        line.number(),
        line.sku().value(),
        line.name(),
        line.unitPrice().getAmountMinorLong(),
        line.quantity(),
        units.allocated(),
        units.shipped(),
        units.delivered(),
        units.cancelled(),
        units.returned(),
        line.discounts().stream().map(LineRow::row).toList(),
        line.taxes().stream().map(LineRow::row).toList());
  }

  OrderLine toLine(CurrencyUnit currency) {
    return new OrderLine(
        number,
        new Sku(sku),
        name,
        Money.ofMinor(currency, unitPriceMinor),
        quantity,
        discounts.stream()
            .map(row -> new Discount(row.code(), Money.ofMinor(currency, row.amountMinor())))
            .toList(),
        taxes.stream().map(row -> toTax(row, currency)).toList(),
        new LineQuantities(allocated, shipped, delivered, cancelled, returned));
  }

  private static DiscountRow row(Discount discount) {
    return new DiscountRow(discount.code(), discount.amount().getAmountMinorLong());
  }

  private static TaxRow row(Tax tax) {
    return new TaxRow(
        tax.name(), tax.rate().toString(), tax.included(), tax.amount().getAmountMinorLong());
  }

  private static Tax toTax(TaxRow row, CurrencyUnit currency) {
    return new Tax(
        row.name(),
        new BigDecimal(row.rate()),
        row.included(),
        Money.ofMinor(currency, row.amountMinor()));
  }
}
