package io.storefront.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every text that somebody writes: how long it may be, and what may be in it. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TextLimitsTest {
  private static final Money NOTHING = Money.parse("EUR 0.00");

  static Stream<Arguments> fields() {
    return Stream.of(
        field("actor", 100, Actor::new),
        field("external reference", 64, ExternalReference::new),
        field("provider reference", 255, ProviderReference::new),
        field("discount code", 64, text -> new Discount(text, NOTHING)),
        field("tax name", 64, text -> new Tax(text, BigDecimal.ONE, true, NOTHING)),
        field("contact name", 200, text -> contact(text, "e", "p")),
        field("contact email", 254, text -> contact("n", text, "p")),
        field("contact phone", 40, text -> contact("n", "e", text)),
        field("address name", 200, text -> address(text, "1", "2", "c", "r", "p")),
        field("address line1", 200, text -> address("n", text, "2", "c", "r", "p")),
        field("address line2", 200, text -> address("n", "1", text, "c", "r", "p")),
        field("address city", 100, text -> address("n", "1", "2", text, "r", "p")),
        field("address region", 100, text -> address("n", "1", "2", "c", text, "p")),
        field("address postalCode", 20, text -> address("n", "1", "2", "c", "r", text)),
        field("shipping method", 100, text -> particulars(text, "note", "k")),
        field("note", 500, text -> particulars("m", text, "k")),
        field("metadata key", 40, text -> particulars("m", "note", text)));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("fields")
  void a_text_has_as_many_characters_as_its_field_allows_and_no_more(
      String name, int max, Consumer<String> field) {
    assertThatCode(() -> field.accept("x")).doesNotThrowAnyException();
    assertThatCode(() -> field.accept("x".repeat(max))).doesNotThrowAnyException();
    refuses(name, field, "x".repeat(max + 1));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("fields")
  void characters_are_code_points(String name, int max, Consumer<String> field) {
    assertThatCode(() -> field.accept("🫖".repeat(max))).doesNotThrowAnyException();
    refuses(name, field, "🫖".repeat(max + 1));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("fields")
  void a_text_is_not_blank_and_holds_no_controls_surrogates_or_non_characters(
      String name, int max, Consumer<String> field) {
    for (String bad :
        new String[] {"", " ", "\t", "a\u0000", "a\nb", "\u007f", "\ud800", "\udc00x", "\uffff"}) {
      refuses(name, field, bad);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"ﷰ", "Ⅷ", "é", "e\u0301", "​", "二度", "a b"})
  void unusual_characters_are_kept_as_they_are(String text) {
    assertThat(Texts.isClean(text, 10)).isTrue();
    assertThat(new Actor("x" + text).value()).isEqualTo("x" + text);
  }

  @ParameterizedTest
  @ValueSource(ints = {0xFDD0, 0xFDEF, 0xFFFE, 0x1FFFF, 0x10FFFF, 0x80, 0x9F})
  void non_characters_and_controls_are_unclean_in_every_plane(int codePoint) {
    assertThat(Texts.isClean("a" + Character.toString(codePoint), 10)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(ints = {0xFDCF, 0xFDF0, 0xFFFD, 0x1FFFD, 0x10FFFD, 0xA0, 0x20})
  void their_neighbours_are_clean(int codePoint) {
    assertThat(Texts.isClean("a" + Character.toString(codePoint), 10)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {0x202A, 0x202E, 0x2066, 0x2069})
  void a_reference_does_not_turn_its_reading_direction(int codePoint) {
    assertThat(ExternalReference.isWellFormed("A" + Character.toString(codePoint))).isFalse();
    assertThat(ExternalReference.isWellFormed("A" + Character.toString(0x2029))).isTrue();
  }

  private static void refuses(String name, Consumer<String> field, String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> field.accept(text))
        .withMessageContaining(name);
  }

  private static Arguments field(String name, int max, Consumer<String> make) {
    return arguments(name, max, make);
  }

  private static Contact contact(String name, String email, String phone) {
    return new Contact(Optional.of(name), Optional.of(email), Optional.of(phone));
  }

  private static Address address(
      String name, String line1, String line2, String city, String region, String postalCode) {
    return new Address(
        name, line1, Optional.of(line2), city, Optional.of(region), Optional.of(postalCode), "DE");
  }

  private static Particulars particulars(String method, String note, String key) {
    return new Particulars(
        Optional.empty(),
        Optional.of(method),
        Contact.NONE,
        Optional.of(note),
        Map.of(key, "value"));
  }
}
