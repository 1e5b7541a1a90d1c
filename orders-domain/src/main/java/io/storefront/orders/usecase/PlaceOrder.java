package io.storefront.orders.usecase;

import io.storefront.orders.Actor;
import io.storefront.orders.CustomerId;
import io.storefront.orders.Discount;
import io.storefront.orders.ExternalReference;
import io.storefront.orders.Order;
import io.storefront.orders.OrderId;
import io.storefront.orders.OrderLine;
import io.storefront.orders.Particulars;
import io.storefront.orders.PaymentMeans;
import io.storefront.orders.PortUnavailable;
import io.storefront.orders.Receipt;
import io.storefront.orders.Refusal;
import io.storefront.orders.Sku;
import io.storefront.orders.StorefrontId;
import io.storefront.orders.Tax;
import java.util.List;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * Places an order: the customer is checked, names and prices are frozen, the order is stored as
 * pending, stock is claimed, the payment authorized, and the order confirmed; or rejected. Nothing
 * outside is held or charged before the order is stored. Thread-safe; works on the caller's thread
 * and leaves nothing running.
 */
public interface PlaceOrder {
  /**
   * Answers within the time budget, or {@link Outcome.Pending}.
   *
   * @throws PortUnavailable when nothing was stored, or it is not known whether it was: try again
   *     with the same receipt or reference
   */
  Outcome place(Command command);

  /**
   * What is wanted.
   *
   * @param customer of the same storefront
   * @param lines 1 to 200, together at most 100 000 units
   * @param shippingPrice in the order's currency; zero where shipping costs nothing
   * @param particulars without an address the customer's default address is used
   * @param reference a second request with it finds the first one's order
   * @param expectedTotal refuses the order if it comes to anything else
   * @param payment may be absent when the total is zero
   * @param trustPrices whether the lines' unit prices replace the catalogue's
   * @param actor who asks
   * @param receipt {@link Receipt#none} where requests are not repeated
   */
  record Command(
      StorefrontId storefront,
      CustomerId customer,
      List<Line> lines,
      Money shippingPrice,
      Particulars particulars,
      Optional<ExternalReference> reference,
      Optional<Money> expectedTotal,
      Optional<? extends PaymentMeans> payment,
      boolean trustPrices,
      Actor actor,
      Receipt<Outcome> receipt) {
    /** Refuses too few or too many lines and units, and mixed currencies. */
    public Command {
      lines = List.copyOf(lines);
      if (lines.isEmpty() || lines.size() > Order.MAX_LINES) {
        throw new IllegalArgumentException("an order has 1 to " + Order.MAX_LINES + " lines");
      }
      if (lines.stream().mapToInt(Line::quantity).sum() > Order.MAX_UNITS) {
        throw new IllegalArgumentException("an order has at most " + Order.MAX_UNITS + " units");
      }
      if (shippingPrice.isNegative()) {
        throw new IllegalArgumentException("shipping price must not be negative");
      }
      lines.forEach(line -> line.requireCurrency(shippingPrice.getCurrencyUnit()));
      expectedTotal.ifPresent(shippingPrice::plus);
    }

    /** The currency of every amount, which is the shipping price's. */
    public CurrencyUnit currency() {
      return shippingPrice.getCurrencyUnit();
    }
  }

  /**
   * One line wanted.
   *
   * @param quantity 1 to 10 000
   * @param unitPrice as the storefront believes it to be
   */
  record Line(
      Sku sku, int quantity, Optional<Money> unitPrice, List<Discount> discounts, List<Tax> taxes) {
    /** Refuses a quantity out of range and too many discounts or taxes. */
    public Line {
      discounts = List.copyOf(discounts);
      taxes = List.copyOf(taxes);
      if (quantity < 1 || quantity > OrderLine.MAX_QUANTITY) {
        throw new IllegalArgumentException("quantity must be 1 to " + OrderLine.MAX_QUANTITY);
      }
      if (discounts.size() > OrderLine.MAX_DISCOUNTS || taxes.size() > OrderLine.MAX_TAXES) {
        throw new IllegalArgumentException("a line has at most 20 discounts and 20 taxes");
      }
      unitPrice.ifPresent(
          price -> {
            if (price.isNegative()) {
              throw new IllegalArgumentException("unit price must not be negative");
            }
          });
    }

    private void requireCurrency(CurrencyUnit currency) {
      Money zero = Money.zero(currency);
      unitPrice.ifPresent(zero::plus);
      discounts.forEach(discount -> zero.plus(discount.amount()));
      taxes.forEach(tax -> zero.plus(tax.amount()));
    }
  }

  /** What became of it. */
  sealed interface Outcome {
    /** The order is confirmed, or was before something else became of it. */
    record Placed(Order order) implements Outcome {}

    /** The order is stored and will be confirmed, rejected or cancelled without being asked. */
    record Pending(Order order) implements Outcome {}

    /** An order with this reference and the same content was there already; nothing changed. */
    record Existing(Order order) implements Outcome {}

    /** Nothing was placed, or the order that was is rejected or cancelled. */
    record Refused(Refusal refusal) implements Outcome {
      /** Whether an order remains that tells of it. */
      public Optional<OrderId> order() {
        return switch (refusal) {
          case Refusal.InsufficientInventory no -> Optional.of(no.order());
          case Refusal.PaymentDeclined no -> Optional.of(no.order());
          case Refusal.NotConfirmed no -> Optional.of(no.order());
          default -> Optional.empty();
        };
      }
    }

    /** Another request with the same receipt came first; nothing changed. */
    record RequestTaken() implements Outcome {}
  }
}
