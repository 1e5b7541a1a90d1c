package io.storefront.customers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class IdsTest {
  private static final String UUID = "0198f2c4-7d1e-7b3a-9c55-2f1f6f0a8a11";

  @Test
  void a_customer_id_is_cus_and_a_uuid() {
    assertThat(new CustomerId("cus_" + UUID)).hasToString("cus_" + UUID);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        UUID,
        "ord_" + UUID,
        "cus_" + UUID + "\n",
        "cus_0198F2C4-7d1e-7b3a-9c55-2f1f6f0a8a11",
        "cus_0198f2c47d1e7b3a9c552f1f6f0a8a11"
      })
  void anything_else_is_not_a_customer_id(String value) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new CustomerId(value))
        .withMessageStartingWith("customer id must match");
  }

  @Test
  void a_storefront_is_up_to_63_lower_case_letters_digits_and_hyphens() {
    assertThat(new StorefrontId("7-tea")).hasToString("7-tea");
    assertThat(new StorefrontId("a".repeat(63)).value()).hasSize(63);
    assertThatIllegalArgumentException().isThrownBy(() -> new StorefrontId("a".repeat(64)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-tea", "Tea", "tea_shop", "tea\n", "tée"})
  void anything_else_is_not_a_storefront(String value) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new StorefrontId(value))
        .withMessageStartingWith("storefront must match");
  }
}
