package io.storefront.app.json;

import io.storefront.app.problem.Shown;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * Reads {@code {"amount":"12.30","currency":"EUR"}}: zero or more, with exactly the currency's
 * decimals. Thread-safe.
 */
public final class MoneyReader {
  /** The highest single amount, in units of its currency. */
  public static final BigDecimal MAX = BigDecimal.valueOf(999_999_999);

  private static final BigDecimal MAX_SUM = BigDecimal.valueOf(999_999_999_999_999L);
  private static final Pattern FORM = Pattern.compile("-?(0|[1-9][0-9]{0,14})(\\.[0-9]{1,12})?");

  private final Optional<CurrencyUnit> only;
  private final BigDecimal max;

  private MoneyReader(Optional<CurrencyUnit> only, BigDecimal max) {
    this.only = only;
    this.max = max;
  }

  /** For money in any currency. */
  public static MoneyReader inAny() {
    return new MoneyReader(Optional.empty(), MAX);
  }

  /** For money in this currency; in any where it is not known. */
  public static MoneyReader in(Optional<CurrencyUnit> currency) {
    return new MoneyReader(currency, MAX);
  }

  /** For sums, which may be higher than any single amount. */
  public MoneyReader forSums() {
    return new MoneyReader(only, MAX_SUM);
  }

  /** The money; where it is none, zero. */
  public Money read(JsonValue value) {
    return readIfAny(value).orElseGet(() -> Money.zero(only.orElse(CurrencyUnit.EUR)));
  }

  /** The money, if it is any. */
  public Optional<Money> readIfAny(JsonValue value) {
    return value.object(
        fields -> {
          JsonValue amount = fields.required("amount");
          JsonValue currency = fields.required("currency");
          Optional<String> digits = amount.string();
          return Currencies.read(currency)
              .filter(found -> isWanted(currency, found))
              .flatMap(found -> digits.flatMap(text -> money(amount, text, found)));
        });
  }

  private boolean isWanted(JsonValue value, CurrencyUnit found) {
    if (only.filter(unit -> !unit.equals(found)).isPresent()) {
      value.invalidMoney(
          "must be the order's currency " + only.orElseThrow() + ", but is " + found);
      return false;
    }
    return true;
  }

  private Optional<Money> money(JsonValue value, String digits, CurrencyUnit currency) {
    int decimals = currency.getDecimalPlaces();
    if (!FORM.matcher(digits).matches() || new BigDecimal(digits).scale() != decimals) {
      value.invalidMoney(
          "must be an amount with exactly "
              + decimals
              + " decimals, which "
              + currency
              + " has, but is "
              + Shown.quoted(digits));
      return Optional.empty();
    }
    BigDecimal amount = new BigDecimal(digits);
    if (digits.startsWith("-") || amount.compareTo(max) > 0) {
      value.invalid("must be 0 to " + max + ", but is " + Shown.quoted(digits));
      return Optional.empty();
    }
    return Optional.of(Money.of(currency, amount));
  }
}
