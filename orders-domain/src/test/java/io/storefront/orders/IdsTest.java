package io.storefront.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What can be an id, and what cannot. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class IdsTest {
  private static final String UUID = "0198f2c4-7d1e-7b3a-9c55-2f1f6f0a8a11";

  @Test
  void an_order_id_is_its_prefix_and_a_uuid_in_lower_case() {
    assertThat(new OrderId("ord_" + UUID)).hasToString("ord_" + UUID);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "ord_",
        UUID,
        "cus_" + UUID,
        "ORD_" + UUID,
        "ord_" + UUID + "0",
        " ord_" + UUID,
        "ord_" + UUID + "\n",
        "ord_0198F2C4-7d1e-7b3a-9c55-2f1f6f0a8a11",
        "ord_0198f2c47d1e7b3a9c552f1f6f0a8a11"
      })
  void everything_else_is_no_order_id(String text) {
    assertThat(OrderId.isWellFormed(text)).isFalse();
    assertThatIllegalArgumentException().isThrownBy(() -> new OrderId(text));
  }

  @Test
  void a_customer_id_is_1_to_64_visible_ascii_characters() {
    assertThat(CustomerId.isWellFormed("!~")).isTrue();
    assertThat(CustomerId.isWellFormed("x".repeat(64))).isTrue();
    assertThat(CustomerId.isWellFormed("x".repeat(65))).isFalse();
    assertThat(CustomerId.isWellFormed("")).isFalse();
    assertThat(CustomerId.isWellFormed("a b")).isFalse();
    assertThat(CustomerId.isWellFormed("a\u007f")).isFalse();
    assertThatIllegalArgumentException().isThrownBy(() -> new CustomerId("ä"));
  }

  @Test
  void a_payment_token_is_1_to_255_visible_ascii_characters_and_is_never_shown() {
    assertThat(PaymentToken.isWellFormed("t".repeat(255))).isTrue();
    assertThat(PaymentToken.isWellFormed("t".repeat(256))).isFalse();
    assertThat(PaymentToken.isWellFormed("")).isFalse();
    assertThat(PaymentToken.isWellFormed("a b")).isFalse();
    assertThatIllegalArgumentException().isThrownBy(() -> new PaymentToken("ä"));
    assertThat(new PaymentToken("tok_secret").toString()).doesNotContain("secret");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "0", "tea-shop-2", "a-"})
  void a_storefront_is_named_in_lower_case_letters_digits_and_hyphens(String name) {
    assertThat(new StorefrontId(name)).hasToString(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-a", "A", "a_b", "a b", "ä", "a\n"})
  void nothing_else_names_a_storefront(String name) {
    assertThatIllegalArgumentException().isThrownBy(() -> new StorefrontId(name));
  }

  @Test
  void a_storefronts_name_has_at_most_63_characters() {
    assertThat(new StorefrontId("a".repeat(63)).value()).hasSize(63);
    assertThatIllegalArgumentException().isThrownBy(() -> new StorefrontId("a".repeat(64)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "D", "de", "DEU", "D1", "DÉ"})
  void a_country_is_two_upper_case_letters(String country) {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new Address(
                    "Ada",
                    "Torstr. 1",
                    Optional.empty(),
                    "Berlin",
                    Optional.empty(),
                    Optional.empty(),
                    country));
  }
}
