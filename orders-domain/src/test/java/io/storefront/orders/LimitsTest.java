package io.storefront.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.storefront.orders.testkit.Fixtures;
import io.storefront.orders.usecase.PlaceOrder.Line;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.joda.money.Money;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Both sides of every limit on numbers. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LimitsTest {
  private static final Money NOTHING = Money.parse("EUR 0.00");

  @Test
  void a_line_has_1_to_10_000_units() {
    refuses(() -> units(0));
    refuses(() -> units(-1));
    allows(() -> units(1));
    allows(() -> units(OrderLine.MAX_QUANTITY));
    refuses(() -> units(10_001));
  }

  @Test
  void an_order_has_1_to_200_lines() {
    refuses(() -> cart(0, 1).command());
    allows(() -> cart(1, 1).command());
    allows(() -> cart(Order.MAX_LINES, 1).command());
    refuses(() -> cart(201, 1).command());
  }

  @Test
  void an_order_has_at_most_100_000_units() {
    allows(() -> cart(10, 10_000).command());
    refuses(() -> cart(10, 10_000).and(1, Shop.TEA).command());
    assertThat(Order.MAX_UNITS).isEqualTo(100_000);
  }

  @Test
  void a_line_has_at_most_20_discounts_and_20_taxes() {
    allows(() -> line(20, 20));
    refuses(() -> line(21, 0));
    refuses(() -> line(0, 21));
  }

  @Test
  void metadata_has_at_most_20_entries_of_500_characters() {
    allows(() -> metadata(20, "x".repeat(500)));
    allows(() -> metadata(1, ""));
    refuses(() -> metadata(21, "x"));
    refuses(() -> metadata(1, "x".repeat(501)));
    refuses(() -> metadata(1, "\u0000"));
  }

  @Test
  void money_is_never_negative() {
    Money negative = Money.parse("EUR -0.01");
    refuses(() -> new Discount("A", negative));
    refuses(() -> new Tax("VAT", BigDecimal.ONE, true, negative));
    refuses(() -> cart(1, 1).shippedFor("EUR -0.01").command());
    refuses(() -> new Line(Shop.TEA, 1, Optional.of(negative), List.of(), List.of()));
    allows(() -> new Line(Shop.TEA, 1, Optional.of(NOTHING), List.of(), List.of()));
  }

  @Test
  void all_money_of_an_order_is_of_one_currency() {
    Money yen = Money.parse("JPY 1");
    Optional<Money> none = Optional.empty();
    List<Tax> taxes = List.of(new Tax("VAT", BigDecimal.ONE, true, yen));
    List<Discount> discounts = List.of(new Discount("A", yen));
    refuses(() -> Cart.of(new Line(Shop.TEA, 1, Optional.of(yen), List.of(), List.of())).command());
    refuses(() -> Cart.of(new Line(Shop.TEA, 1, none, discounts, List.of())).command());
    refuses(() -> Cart.of(new Line(Shop.TEA, 1, none, List.of(), taxes)).command());
    refuses(() -> cart(1, 1).expecting("JPY 1").command());
  }

  @Test
  void a_tax_rate_is_0_to_10_with_at_most_6_decimals() {
    allows(() -> rate("0"));
    allows(() -> rate("10"));
    allows(() -> rate("0.000001"));
    refuses(() -> rate("-0.000001"));
    refuses(() -> rate("10.000001"));
    refuses(() -> rate("0.0000001"));
  }

  @Test
  void a_lines_units_add_up() {
    allows(() -> new LineQuantities(1, 2, 2, 0, 2));
    refuses(() -> new LineQuantities(-1, 0, 0, 0, 0));
    refuses(() -> new LineQuantities(0, -1, -1, 0, -1));
    refuses(() -> new LineQuantities(0, 0, 0, -1, 0));
    refuses(() -> new LineQuantities(0, 1, 2, 0, 0));
    refuses(() -> new LineQuantities(0, 1, 0, 0, 2));
  }

  @Test
  void a_claim_names_each_sku_once_in_byte_order_from_revision_1() {
    OrderId id = Fixtures.newOrderId();
    StockClaim.Line a = new StockClaim.Line(new Sku("A"), 0, 0, 0);
    StockClaim.Line b = new StockClaim.Line(new Sku("B"), 1, 0, 0);
    allows(() -> new StockClaim(id, 1, List.of(a, b)));
    refuses(() -> new StockClaim(id, 0, List.of(a, b)));
    refuses(() -> new StockClaim(id, 1, List.of(b, a)));
    refuses(() -> new StockClaim(id, 1, List.of(a, a)));
    refuses(() -> new StockClaim.Line(new Sku("A"), -1, 0, 0));
  }

  @Test
  void a_sku_is_1_to_64_of_letters_digits_dot_underscore_and_hyphen() {
    allows(() -> new Sku("A"));
    allows(() -> new Sku("a.b_C-9"));
    allows(() -> new Sku("x".repeat(64)));
    for (String bad : List.of("", " ", "a b", "ä", "A\n", "a/b", "x".repeat(65))) {
      refuses(() -> new Sku(bad));
    }
  }

  @Test
  void skus_are_ordered_by_their_bytes() {
    assertThat(Stream.of("b", "a", "B", "-", "1", "_").map(Sku::new).sorted())
        .extracting(Sku::value)
        .containsExactly("-", "1", "B", "_", "a", "b");
  }

  private static Line units(int units) {
    return new Line(Shop.TEA, units, Optional.empty(), List.of(), List.of());
  }

  private static Line line(int discounts, int taxes) {
    return new Line(
        Shop.TEA,
        1,
        Optional.empty(),
        Collections.nCopies(discounts, new Discount("A", NOTHING)),
        Collections.nCopies(taxes, new Tax("VAT", BigDecimal.ONE, true, NOTHING)));
  }

  private static Cart cart(int lines, int units) {
    Cart cart = new Cart();
    IntStream.range(0, lines).forEach(i -> cart.and(units, Shop.TEA));
    return cart;
  }

  private static Particulars metadata(int entries, String value) {
    Map<String, String> metadata =
        IntStream.range(0, entries).boxed().collect(Collectors.toMap(i -> "k" + i, i -> value));
    return new Particulars(
        Optional.empty(), Optional.empty(), Contact.NONE, Optional.empty(), metadata);
  }

  private static Tax rate(String rate) {
    return new Tax("VAT", new BigDecimal(rate), true, NOTHING);
  }

  private static void allows(ThrowingCallable making) {
    assertThatCode(making).doesNotThrowAnyException();
  }

  private static void refuses(ThrowingCallable making) {
    assertThatIllegalArgumentException().isThrownBy(making);
  }
}
