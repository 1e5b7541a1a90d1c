package io.storefront.inventory;

import static io.storefront.inventory.testkit.ProductBuilder.PUT_AT;
import static io.storefront.inventory.testkit.ProductBuilder.aProduct;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.IntStream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ProductTest {

  @ParameterizedTest
  @ValueSource(strings = {"EUR 0.00", "EUR 999999999.00", "JPY 999999999", "KWD 999999999.000"})
  void a_price_is_0_to_999_999_999(String price) {
    assertThat(aProduct().at(price).build().unitPrices()).containsExactly(Money.parse(price));
  }

  @ParameterizedTest
  @ValueSource(strings = {"EUR -0.01", "EUR 999999999.01", "JPY 1000000000", "KWD 999999999.001"})
  void no_other_price_is_taken(String price) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> aProduct().at(price))
        .withMessage("unitPrices must be 0 to 999999999");
  }

  @Test
  void there_is_one_price_for_each_currency() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> aProduct().at("EUR 1.00", "USD 1.00", "EUR 2.00"))
        .withMessage("unitPrices must be one for each currency");
  }

  @Test
  void there_are_at_most_50_prices() {
    List<Money> prices =
        CurrencyUnit.registeredCurrencies().stream().limit(51).map(Money::zero).toList();
    Product.require("Tea", prices.subList(0, 50));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Product.require("Tea", prices))
        .withMessage("unitPrices must be at most 50");
  }

  @Test
  void prices_are_kept_in_the_order_of_their_currency_codes() {
    Product tea = aProduct().at("USD 2.00", "EUR 1.00", "JPY 3").build();
    assertThat(tea.says("Tea", tea.unitPrices().reversed(), true)).isTrue();
    assertThat(tea.unitPrices())
        .extracting(price -> price.getCurrencyUnit().getCode())
        .containsExactly("EUR", "JPY", "USD");
  }

  @Test
  void a_name_has_1_to_200_characters() {
    assertThat(aProduct().named("🍵".repeat(200)).build().name()).hasSize(400);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> aProduct().named("🍵".repeat(201)))
        .withMessage("name must have at most 200 characters");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> aProduct().named(""))
        .withMessage("name must not be blank");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\u0000", "a\n", "a\u0085", "a\ufffe", "a\ufdd0", "a\ud800"})
  void a_name_holds_no_control_characters_or_non_characters(String name) {
    assertThatIllegalArgumentException().isThrownBy(() -> aProduct().named(name));
  }

  @Test
  void a_replaced_product_is_the_next_version_and_keeps_its_first_time() {
    Product tea = aProduct().build();
    Product next = tea.replaced("Tee", List.of(), false, PUT_AT.plusMillis(5));
    assertThat(next)
        .isEqualTo(
            new Product(tea.sku(), "Tee", List.of(), false, 2, PUT_AT, PUT_AT.plusMillis(5)));
    assertThat(next.replaced("Tea", List.of(), false, PUT_AT).updatedAt())
        .isEqualTo(PUT_AT.plusMillis(5));
  }

  @Test
  void there_is_no_version_below_1() {
    Sku sku = new Sku("TEA-01");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Product(sku, "Tea", List.of(), true, 0, PUT_AT, PUT_AT))
        .withMessage("version must be at least 1");
  }

  @Test
  void skus_differ_in_case_and_sort_by_bytes() {
    List<Sku> inByteOrder =
        IntStream.of('-', '.', '0', '9', 'A', 'Z', '_', 'a', 'z')
            .mapToObj(code -> new Sku(Character.toString(code)))
            .toList();
    assertThat(inByteOrder.reversed().stream().sorted()).isEqualTo(inByteOrder);
    assertThat(new Sku("tea")).isNotEqualTo(new Sku("TEA"));
  }

  @Test
  void a_sku_has_1_to_64_letters_digits_dots_underscores_and_hyphens() {
    assertThat(new Sku("a".repeat(64)).value()).hasSize(64);
    assertThatIllegalArgumentException().isThrownBy(() -> new Sku("a".repeat(65)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "TEA 01", "TEA/01", "TEE\n", "TÉE", "TEA-０１"})
  void anything_else_is_not_a_sku(String value) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Sku(value))
        .withMessageStartingWith("sku must match");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "order 1", "order\n", "örder"})
  void owners_and_adjustments_have_a_form_as_well(String value) {
    assertThat(new ClaimOwner("a".repeat(100))).hasToString("a".repeat(100));
    assertThatIllegalArgumentException().isThrownBy(() -> new ClaimOwner("a".repeat(101)));
    assertThatIllegalArgumentException().isThrownBy(() -> new ClaimOwner(value));
    assertThatIllegalArgumentException().isThrownBy(() -> new AdjustmentId(value));
  }
}
