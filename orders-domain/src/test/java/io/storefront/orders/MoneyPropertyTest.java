package io.storefront.orders;

import static org.assertj.core.api.Assertions.assertThat;

import io.storefront.orders.usecase.PlaceOrder.Line;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Any cart, in currencies of no, two and three decimals, against arithmetic done apart. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class MoneyPropertyTest {
  private static final int CARTS = 400;

  @ParameterizedTest
  @ValueSource(strings = {"JPY", "EUR", "KWD"})
  void every_order_sums_exactly(String currency) {
    long start = System.nanoTime();
    for (long seed = start; seed < start + CARTS; seed++) {
      Sums expected = new Sums();
      Cart cart = cart(new SplittableRandom(seed), CurrencyUnit.of(currency), expected);
      Shop shop = new Shop(Wiring.STOCK_IN_THE_STORAGE);
      shop.stock.receive(Shop.TEA, Order.MAX_UNITS);

      shop.place(cart.trusted());

      Order order = shop.onlyOrder();
      Totals totals = order.terms().totals();
      assertThat(List.of(amounts(totals), amounts(ofLines(order))))
          .as("cart of seed %d in %s", seed, currency)
          .containsOnly(expected.amounts());
      assertThat(
              order
                  .payment()
                  .settled(PaymentAttempt.Kind.AUTHORIZE, totals.grandTotal().getCurrencyUnit()))
          .isEqualTo(totals.grandTotal());
    }
  }

  /** The sums, in major units, added up without any of the code under test. */
  private static final class Sums {
    private BigDecimal lines = BigDecimal.ZERO;
    private BigDecimal discount = BigDecimal.ZERO;
    private BigDecimal shipping = BigDecimal.ZERO;
    private BigDecimal included = BigDecimal.ZERO;
    private BigDecimal added = BigDecimal.ZERO;

    List<String> amounts() {
      BigDecimal total = lines.subtract(discount).add(shipping).add(added);
      return List.of(lines, discount, shipping, included, added, total).stream()
          .map(MoneyPropertyTest::text)
          .toList();
    }
  }

  private static List<String> amounts(Totals totals) {
    return List.of(
            totals.lines(),
            totals.discount(),
            totals.shipping(),
            totals.taxIncluded(),
            totals.taxAdded(),
            totals.grandTotal())
        .stream()
        .map(money -> text(money.getAmount()))
        .toList();
  }

  /** The totals as a reader of the lines would add them up. */
  private static Totals ofLines(Order order) {
    Money zero = Money.zero(order.terms().currency());
    Money shipping = order.terms().totals().shipping();
    Money total = shipping;
    Money gross = zero;
    Money discount = zero;
    Money included = zero;
    Money added = zero;
    for (OrderLine line : order.lines()) {
      gross = gross.plus(line.gross());
      discount = discount.plus(line.discount());
      included = included.plus(line.taxIncluded());
      added = added.plus(line.taxAdded());
      total = total.plus(line.total()).plus(line.taxAdded());
    }
    return new Totals(gross, discount, shipping, included, added, total);
  }

  private static Cart cart(SplittableRandom random, CurrencyUnit currency, Sums sums) {
    List<Line> lines = new ArrayList<>();
    int count = random.nextInt(1, 9);
    for (int i = 0; i < count; i++) {
      lines.add(line(random, currency, sums));
    }
    Cart cart = Cart.of(lines.getFirst());
    lines.stream().skip(1).forEach(cart::and);
    sums.shipping = amount(random.nextLong(0, 2_000), currency);
    return cart.shippedFor(Money.of(currency, sums.shipping).toString());
  }

  private static Line line(SplittableRandom random, CurrencyUnit currency, Sums sums) {
    int units = random.nextInt(10) == 0 ? OrderLine.MAX_QUANTITY : random.nextInt(1, 20);
    long price = random.nextInt(10) == 0 ? 999_999_999L : random.nextLong(0, 5_000);
    long left = price * units;
    List<Discount> discounts = new ArrayList<>();
    while (random.nextInt(3) == 0 && discounts.size() < OrderLine.MAX_DISCOUNTS) {
      long off = random.nextInt(5) == 0 ? left : random.nextLong(0, left + 1);
      left -= off;
      sums.discount = sums.discount.add(amount(off, currency));
      discounts.add(new Discount("OFF", Money.ofMinor(currency, off)));
    }
    List<Tax> taxes = new ArrayList<>();
    while (random.nextInt(3) == 0 && taxes.size() < OrderLine.MAX_TAXES) {
      boolean isIncluded = random.nextBoolean();
      BigDecimal tax = amount(random.nextLong(0, 9_999), currency);
      sums.included = isIncluded ? sums.included.add(tax) : sums.included;
      sums.added = isIncluded ? sums.added : sums.added.add(tax);
      taxes.add(new Tax("VAT", new BigDecimal("0.19"), isIncluded, Money.of(currency, tax)));
    }
    sums.lines = sums.lines.add(amount(price, currency).multiply(BigDecimal.valueOf(units)));
    Optional<Money> unitPrice = Optional.of(Money.ofMinor(currency, price));
    return new Line(Shop.TEA, units, unitPrice, discounts, taxes);
  }

  private static BigDecimal amount(long minor, CurrencyUnit currency) {
    return BigDecimal.valueOf(minor, currency.getDecimalPlaces());
  }

  private static String text(BigDecimal amount) {
    return amount.stripTrailingZeros().toPlainString();
  }
}
