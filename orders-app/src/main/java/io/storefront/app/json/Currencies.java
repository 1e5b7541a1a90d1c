package io.storefront.app.json;

import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.IllegalCurrencyException;

/** The currencies that can be paid in: those of ISO 4217 but metals, funds and test codes. */
public final class Currencies {
  private Currencies() {}

  /** The currency with this code, in upper case. */
  public static Optional<CurrencyUnit> of(String code) {
    try {
      return Optional.of(CurrencyUnit.of(code)).filter(unit -> !unit.isPseudoCurrency());
    } catch (IllegalCurrencyException e) {
      return Optional.empty();
    }
  }

  /** Reads a code. */
  public static Optional<CurrencyUnit> read(JsonValue value) {
    Optional<String> code = value.string();
    Optional<CurrencyUnit> currency = code.flatMap(Currencies::of);
    if (code.isPresent() && currency.isEmpty()) {
      value.invalidMoney("must be the code of a currency, such as EUR");
    }
    return currency;
  }
}
