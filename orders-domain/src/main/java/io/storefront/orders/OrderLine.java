package io.storefront.orders;

import java.math.RoundingMode;
import java.util.List;
import org.joda.money.Money;

/**
 * One line of an order, its name and prices frozen when it was placed.
 *
 * @param number 1, 2, 3 … in the order of the request
 * @param quantity units ordered, 1 to 10 000
 */
public record OrderLine(
    int number,
    Sku sku,
    String name,
    Money unitPrice,
    int quantity,
    List<Discount> discounts,
    List<Tax> taxes,
    LineQuantities quantities) {
  /** "A line has at most 10 000 units." */
  public static final int MAX_QUANTITY = 10_000;

  /** Most discounts of a line. */
  public static final int MAX_DISCOUNTS = 20;

  /** Most taxes of a line. */
  public static final int MAX_TAXES = 20;

  /** Refuses mixed currencies, discounts beyond the price, and units that do not add up. */
  public OrderLine {
    discounts = List.copyOf(discounts);
    taxes = List.copyOf(taxes);
    if (quantity < 1 || quantity > MAX_QUANTITY || quantities.ordered() != quantity) {
      throw new IllegalArgumentException("line " + number + ": units must be 1 to 10 000");
    }
    if (sum(unitPrice, discounts).isGreaterThan(unitPrice.multipliedBy(quantity))) {
      throw new IllegalArgumentException("line " + number + ": discounts exceed the price");
    }
    taxes.forEach(tax -> unitPrice.plus(tax.amount()));
  }

  /** Unit price times quantity, before discounts. */
  public Money gross() {
    return unitPrice.multipliedBy(quantity);
  }

  /** All discounts of the line. */
  public Money discount() {
    return sum(unitPrice, discounts);
  }

  /** Gross less discounts; holds the included taxes, not the added ones. */
  public Money total() {
    return gross().minus(discount());
  }

  /** The taxes that the prices already contain. */
  public Money taxIncluded() {
    return taxes(true);
  }

  /** The taxes that come on top. */
  public Money taxAdded() {
    return taxes(false);
  }

  /** Whether any unit of it has left the house. */
  public boolean isShipped() {
    return quantities.shipped() > 0;
  }

  /**
   * What so many of its units cost, with their share of discounts and added taxes. Shares are
   * differences of cumulative ones, so that those of all units together are the whole, to the last
   * minor unit.
   */
  public Money payable(int units) {
    return total().plus(taxAdded()).multipliedBy(units).dividedBy(quantity, RoundingMode.HALF_UP);
  }

  /** The same line with its units elsewhere. */
  public OrderLine with(LineQuantities next) {
    return new OrderLine(number, sku, name, unitPrice, quantity, discounts, taxes, next);
  }

  /** The same line, of which nothing more will be shipped. */
  OrderLine cancelled() {
    return with(quantities.allocatedCancelled());
  }

  private Money taxes(boolean included) {
    return taxes.stream()
        .filter(tax -> tax.included() == included)
        .map(Tax::amount)
        .reduce(zero(unitPrice), Money::plus);
  }

  private static Money sum(Money like, List<Discount> discounts) {
    return discounts.stream().map(Discount::amount).reduce(zero(like), Money::plus);
  }

  private static Money zero(Money like) {
    return Money.zero(like.getCurrencyUnit());
  }
}
