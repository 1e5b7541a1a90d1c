package io.storefront.app.resource;

import io.storefront.app.json.Findings;
import io.storefront.app.json.JsonObject;
import io.storefront.app.json.JsonValue;
import io.storefront.app.json.MoneyReader;
import io.storefront.orders.Order;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.joda.money.Money;

/** Reads what the bodies of several acts have. */
final class ActFields {
  private static final int MAX_REASON = 100;
  private static final MoneyReader MONEY = MoneyReader.inAny().forSums();

  private ActFields() {}

  static String reason(JsonObject body) {
    return reason(body.required("reason"));
  }

  static String reason(JsonValue value) {
    return value.text(MAX_REASON);
  }

  /** One of these words, which is the name of a constant. */
  static <E extends Enum<E>> E word(JsonValue value, Class<E> type) {
    List<E> all = List.of(type.getEnumConstants());
    String names = all.stream().map(Enum::name).collect(Collectors.joining(", "));
    return value.text(
        text -> all.stream().anyMatch(each -> each.name().equals(text)),
        "must be one of " + names,
        text -> Enum.valueOf(type, text),
        all.getFirst());
  }

  /** More than zero, in a currency that is the order's only once {@link #requireCurrency} says. */
  static Optional<Money> money(Optional<JsonValue> field) {
    Optional<Money> money = field.flatMap(MONEY::readIfAny);
    if (money.filter(amount -> !amount.isPositive()).isPresent()) {
      field.orElseThrow().invalid("must be more than 0");
    }
    return money;
  }

  /** Notes another currency than the order's. */
  static void requireCurrency(
      Optional<Money> money, String pointer, Order order, Findings findings) {
    money
        .filter(amount -> !amount.getCurrencyUnit().equals(order.terms().currency()))
        .ifPresent(
            amount ->
                findings.invalidMoney(
                    pointer + "/currency",
                    "must be the order's currency "
                        + order.terms().currency()
                        + ", but is "
                        + amount.getCurrencyUnit()));
  }
}
