package io.storefront.customers;

import static io.storefront.customers.testkit.CustomerBuilder.anAddress;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class AddressTest {

  @ParameterizedTest
  @CsvSource({"name,200", "line1,200", "line2,200", "city,100", "region,100", "postalCode,20"})
  void each_field_has_its_greatest_length_in_code_points(String field, int max) {
    assertThat(withText(field, "🏠".repeat(max))).isNotNull();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> withText(field, "🏠".repeat(max + 1)))
        .withMessage(field + " must have at most " + max + " characters");
  }

  @ParameterizedTest
  @ValueSource(strings = {"name", "line1", "line2", "city", "region", "postalCode"})
  void no_field_that_is_there_may_be_blank_or_hold_control_characters(String field) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> withText(field, " "))
        .withMessage(field + " must not be blank");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> withText(field, "a\u0000b"))
        .withMessage(field + " must not hold control characters or non-characters");
  }

  @Test
  void the_public_maxima_are_those_of_the_rules() {
    assertThat(Address.MAX_NAME).isEqualTo(200);
    assertThat(Address.MAX_LINE).isEqualTo(200);
    assertThat(Address.MAX_CITY).isEqualTo(100);
    assertThat(Address.MAX_REGION).isEqualTo(100);
    assertThat(Address.MAX_POSTAL_CODE).isEqualTo(20);
  }

  @ParameterizedTest
  @ValueSource(strings = {"DE", "US", "JP"})
  void a_country_is_a_code_of_two_upper_case_letters(String country) {
    assertThat(in(country).country()).isEqualTo(country);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "de", "DEU", "ZZ", "Germany"})
  void anything_else_is_not_a_country(String country) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> in(country))
        .withMessageStartingWith("country");
  }

  private static Address in(String country) {
    return new Address(
        "Ada", "Here 1", Optional.empty(), "There", Optional.empty(), Optional.empty(), country);
  }

  private static Address withText(String field, String text) {
    Address base = anAddress();
    return new Address(
        field.equals("name") ? text : base.name(),
        field.equals("line1") ? text : base.line1(),
        field.equals("line2") ? Optional.of(text) : base.line2(),
        field.equals("city") ? text : base.city(),
        field.equals("region") ? Optional.of(text) : base.region(),
        field.equals("postalCode") ? Optional.of(text) : base.postalCode(),
        base.country());
  }
}
