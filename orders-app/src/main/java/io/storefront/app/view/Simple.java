package io.storefront.app.view;

import io.storefront.orders.ExternalReference;
import java.math.BigDecimal;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** How single values are shown. */
final class Simple {
  private Simple() {}

  static MoneyView money(Money money) {
    return new MoneyView(money.getAmount().toPlainString(), money.getCurrencyUnit().getCode());
  }

  static String currency(CurrencyUnit currency) {
    return currency.getCode();
  }

  static String number(BigDecimal number) {
    return number.toPlainString();
  }

  static String sku(io.storefront.orders.Sku sku) {
    return sku.value();
  }

  static String sku(io.storefront.inventory.Sku sku) {
    return sku.value();
  }

  static String id(io.storefront.orders.OrderId id) {
    return id.value();
  }

  static String id(io.storefront.orders.CustomerId id) {
    return id.value();
  }

  static String id(io.storefront.orders.StorefrontId id) {
    return id.value();
  }

  static String id(io.storefront.customers.CustomerId id) {
    return id.value();
  }

  static String id(io.storefront.inventory.AdjustmentId id) {
    return id.value();
  }

  static String id(io.storefront.orders.Actor actor) {
    return actor.value();
  }

  static String id(io.storefront.orders.RecordId id) {
    return id.toString();
  }

  static Optional<String> reference(Optional<ExternalReference> reference) {
    return reference.map(ExternalReference::value);
  }
}
