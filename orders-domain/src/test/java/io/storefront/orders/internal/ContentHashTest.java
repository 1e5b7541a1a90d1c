package io.storefront.orders.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.storefront.orders.Actor;
import io.storefront.orders.Address;
import io.storefront.orders.Contact;
import io.storefront.orders.CustomerId;
import io.storefront.orders.Discount;
import io.storefront.orders.ExternalReference;
import io.storefront.orders.Particulars;
import io.storefront.orders.PaymentToken;
import io.storefront.orders.Receipt;
import io.storefront.orders.Sku;
import io.storefront.orders.StorefrontId;
import io.storefront.orders.Tax;
import io.storefront.orders.usecase.PlaceOrder.Command;
import io.storefront.orders.usecase.PlaceOrder.Line;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ContentHashTest {
  private static final Optional<Money> NO_PRICE = Optional.empty();
  private static final Money ONE = Money.parse("EUR 1.00");
  private static final Money TWO = Money.parse("EUR 2.00");
  private static final Sku TEA = new Sku("TEA");
  private static final Line LINE = new Line(TEA, 1, Optional.of(ONE), List.of(off(ONE)), vat(ONE));
  private static final Particulars SAID = said(contact("a", "b", "c"), Map.of("k", "v"));

  static Stream<Arguments> others() {
    return Stream.of(
        arguments("customer", command("cus_2", List.of(LINE), ONE, SAID, "R", "T")),
        arguments("shipping", command("cus_1", List.of(LINE), TWO, SAID, "R", "T")),
        arguments("reference", command("cus_1", List.of(LINE), ONE, SAID, "S", "T")),
        arguments("a line more", command("cus_1", List.of(LINE, LINE), ONE, SAID, "R", "T")),
        line("sku", new Line(new Sku("TEB"), 1, Optional.of(ONE), List.of(off(ONE)), vat(ONE))),
        line("units", new Line(TEA, 2, Optional.of(ONE), List.of(off(ONE)), vat(ONE))),
        line("unit price", new Line(TEA, 1, Optional.of(TWO), List.of(off(ONE)), vat(ONE))),
        line("no unit price", new Line(TEA, 1, NO_PRICE, List.of(off(ONE)), vat(ONE))),
        line("discount", new Line(TEA, 1, Optional.of(ONE), List.of(off(TWO)), vat(ONE))),
        line("no discount", new Line(TEA, 1, Optional.of(ONE), List.of(), vat(ONE))),
        line("tax", new Line(TEA, 1, Optional.of(ONE), List.of(off(ONE)), vat(TWO))),
        line("no tax", new Line(TEA, 1, Optional.of(ONE), List.of(off(ONE)), List.of())),
        particulars("address", SAID.shippedTo(address("Torstr. 2"))),
        particulars("no address", SAID.shippedTo(Optional.empty())),
        particulars("contact name", said(contact("x", "b", "c"), Map.of("k", "v"))),
        particulars("contact email", said(contact("a", "x", "c"), Map.of("k", "v"))),
        particulars("contact phone", said(contact("a", "b", "x"), Map.of("k", "v"))),
        particulars("nothing said", Particulars.NONE),
        particulars("metadata value", said(contact("a", "b", "c"), Map.of("k", "w"))),
        particulars("metadata key", said(contact("a", "b", "c"), Map.of("l", "v"))),
        particulars("no metadata", said(contact("a", "b", "c"), Map.of())));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("others")
  void what_a_storefront_sends_is_content(String difference, Command other) {
    assertThat(ContentHash.of(other)).isNotEqualTo(ContentHash.of(command("T")));
  }

  @Test
  void the_payment_token_is_no_content() {
    assertThat(ContentHash.of(command("T"))).isEqualTo(ContentHash.of(command("U")));
  }

  @Test
  void the_order_of_metadata_is_no_content() {
    Map<String, String> one = new LinkedHashMap<>();
    Map<String, String> two = new LinkedHashMap<>();
    for (int i = 0; i < 9; i++) {
      one.put("k" + i, "v" + i);
      two.put("k" + (8 - i), "v" + (8 - i));
    }
    Contact contact = contact("a", "b", "c");

    assertThat(ContentHash.of(command("cus_1", List.of(LINE), ONE, said(contact, one), "R", "T")))
        .isEqualTo(
            ContentHash.of(command("cus_1", List.of(LINE), ONE, said(contact, two), "R", "T")));
  }

  @Test
  void the_order_of_lines_is_content() {
    Line other = new Line(new Sku("CUP"), 1, NO_PRICE, List.of(), List.of());

    assertThat(ContentHash.of(command("cus_1", List.of(LINE, other), ONE, SAID, "R", "T")))
        .isNotEqualTo(ContentHash.of(command("cus_1", List.of(other, LINE), ONE, SAID, "R", "T")));
  }

  @Test
  void no_text_can_pass_for_two() {
    Contact one = contact("a", "b], email=Optional[c", "d");
    Contact two = contact("a], email=Optional[b", "c", "d");

    assertThat(ContentHash.of(command("cus_1", List.of(LINE), ONE, said(one, Map.of()), "R", "T")))
        .isNotEqualTo(
            ContentHash.of(command("cus_1", List.of(LINE), ONE, said(two, Map.of()), "R", "T")));
  }

  @Test
  void the_hash_is_sha_256_in_hexadecimal() {
    assertThat(ContentHash.of(command("T"))).matches("[0-9a-f]{64}");
  }

  private static Arguments line(String difference, Line line) {
    return arguments(difference, command("cus_1", List.of(line), ONE, SAID, "R", "T"));
  }

  private static Arguments particulars(String difference, Particulars particulars) {
    return arguments(difference, command("cus_1", List.of(LINE), ONE, particulars, "R", "T"));
  }

  private static Command command(String token) {
    return command("cus_1", List.of(LINE), ONE, SAID, "R", token);
  }

  private static Command command(
      String customer,
      List<Line> lines,
      Money shipping,
      Particulars particulars,
      String reference,
      String token) {
    return new Command(
        new StorefrontId("shop"),
        new CustomerId(customer),
        lines,
        shipping,
        particulars,
        Optional.of(new ExternalReference(reference)),
        Optional.empty(),
        Optional.of(new PaymentToken(token)),
        false,
        Actor.SYSTEM,
        Receipt.none());
  }

  private static Particulars said(Contact contact, Map<String, String> metadata) {
    return new Particulars(
        address("Torstr. 1"), Optional.of("DHL"), contact, Optional.of("Ring twice"), metadata);
  }

  private static Contact contact(String name, String email, String phone) {
    return new Contact(Optional.of(name), Optional.of(email), Optional.of(phone));
  }

  private static Optional<Address> address(String line1) {
    return Optional.of(
        new Address(
            "Ada", line1, Optional.empty(), "Berlin", Optional.empty(), Optional.empty(), "DE"));
  }

  private static Discount off(Money amount) {
    return new Discount("OFF", amount);
  }

  private static List<Tax> vat(Money amount) {
    return List.of(new Tax("VAT", new BigDecimal("0.19"), true, amount));
  }
}
