package io.storefront.app.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.storefront.app.problem.Problem;
import io.storefront.app.problem.ProblemType;
import io.storefront.app.problem.Refused;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class MoneyReaderTest {
  private final Findings findings = new Findings();

  private Money read(MoneyReader reader, String amount, String currency) {
    String body = "{\"m\":{\"amount\":\"%s\",\"currency\":\"%s\"}}".formatted(amount, currency);
    return StrictJson.read(
        body.getBytes(UTF_8), findings, object -> reader.read(object.required("m")));
  }

  private Problem refused() {
    return assertThatExceptionOfType(Refused.class)
        .isThrownBy(findings::refuseInvalid)
        .actual()
        .problem();
  }

  @ParameterizedTest
  @CsvSource({
    "19.90, EUR",
    "0.00, EUR",
    "999999999.00, EUR",
    "2500, JPY",
    "6.125, KWD",
    "1.0000, CLF"
  })
  void an_amount_has_exactly_the_decimals_of_its_currency(String amount, String currency) {
    assertThat(read(MoneyReader.inAny(), amount, currency))
        .isEqualTo(Money.parse(currency + " " + amount));
    assertThatCode(findings::refuseInvalid).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({
    "19.9, EUR",
    "19.900, EUR",
    "19, EUR",
    "19., EUR",
    ".90, EUR",
    "+1.00, EUR",
    "1e2, EUR",
    "007.00, EUR",
    "' 1.00', EUR",
    "'1,00', EUR",
    "'', EUR",
    "１.00, EUR",
    "2500.0, JPY",
    "6.12, KWD",
    "1.00, XXX",
    "1.00, XTS",
    "1.00, XAU",
    "1.00, eur",
    "1.00, ''",
    "1234567890123456.00, EUR"
  })
  void everything_else_is_no_money(String amount, String currency) {
    read(MoneyReader.inAny(), amount, currency);
    assertThat(refused().type()).isEqualTo(ProblemType.INVALID_MONEY);
  }

  @ParameterizedTest
  @CsvSource({"-0.01", "-0.00", "1000000000.00"})
  void money_is_zero_or_more_and_not_too_much(String amount) {
    read(MoneyReader.inAny(), amount, "EUR");
    assertThat(refused().type()).isEqualTo(ProblemType.VALIDATION_FAILED);
  }

  @Test
  void the_largest_single_amount_is_999999999_and_a_sum_may_be_higher() {
    MoneyReader money = MoneyReader.in(Optional.of(CurrencyUnit.EUR));
    assertThat(read(money.forSums(), "999999999999999.00", "EUR").getAmountMajorLong())
        .isEqualTo(999_999_999_999_999L);
    assertThatCode(findings::refuseInvalid).doesNotThrowAnyException();
  }

  @Test
  void another_currency_than_the_orders_is_refused_and_both_are_named() {
    Money standIn = read(MoneyReader.in(Optional.of(CurrencyUnit.EUR)), "1.00", "USD");
    assertThat(standIn).isEqualTo(Money.zero(CurrencyUnit.EUR));
    assertThat(refused().detail()).contains("EUR").contains("USD").contains("/m/currency");
  }
}
