package io.storefront.orders.act;

import io.storefront.orders.Order;
import io.storefront.orders.OrderLine;
import io.storefront.orders.Refusal;
import io.storefront.orders.Units;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/**
 * Which units an act is about.
 *
 * @param items none for all there are; a line that is named twice is summed
 */
public record Wanted(List<Item> items) {
  /** All there are. */
  public static final Wanted ALL = new Wanted(List.of());

  /**
   * Some units of a line.
   *
   * @param line the line's number
   * @param quantity 1 to 10 000
   */
  public record Item(int line, int quantity) {
    /** Refuses a quantity out of range. */
    public Item {
      if (quantity < 1 || quantity > OrderLine.MAX_QUANTITY) {
        throw new IllegalArgumentException("quantity must be 1 to " + OrderLine.MAX_QUANTITY);
      }
    }
  }

  /** Copies; refuses more items than an order has lines. */
  public Wanted {
    items = List.copyOf(items);
    if (items.size() > Order.MAX_LINES) {
      throw new IllegalArgumentException("at most " + Order.MAX_LINES + " lines can be named");
    }
  }

  /** These units. */
  public static Wanted of(Units units) {
    return new Wanted(
        units.byLine().entrySet().stream()
            .map(entry -> new Item(entry.getKey(), entry.getValue()))
            .toList());
  }

  /** These units, or all that are available where none is named. */
  Units units(Order order, ToIntFunction<OrderLine> available) {
    return items.isEmpty() ? all(order, available) : named();
  }

  /** Refuses lines that the order does not have. */
  Optional<Refusal> unknownIn(Order order) {
    List<Refusal.Violation> violations = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      int line = items.get(i).line();
      if (line < 1 || line > order.lines().size()) {
        violations.add(new Refusal.Violation("/lines/" + i + "/lineId", "is no line of the order"));
      }
    }
    return violations.isEmpty() ? Optional.empty() : Optional.of(new Refusal.Invalid(violations));
  }

  /** What of these units there is not. */
  static List<Refusal.QuantityExceeded.Excess> excesses(
      Order order, Units units, ToIntFunction<OrderLine> available) {
    return order.lines().stream()
        .filter(line -> units.of(line.number()) > Math.max(0, available.applyAsInt(line)))
        .map(
            line ->
                new Refusal.QuantityExceeded.Excess(
                    line.number(), units.of(line.number()), available.applyAsInt(line)))
        .toList();
  }

  /** Refuses more units than there are. */
  static Optional<Refusal> tooMany(Order order, Units units, ToIntFunction<OrderLine> available) {
    List<Refusal.QuantityExceeded.Excess> excesses = excesses(order, units, available);
    return excesses.isEmpty()
        ? Optional.empty()
        : Optional.of(new Refusal.QuantityExceeded(order.id(), order.status(), excesses));
  }

  static Units all(Order order, ToIntFunction<OrderLine> available) {
    return new Units(
        order.lines().stream()
            .filter(line -> available.applyAsInt(line) > 0)
            .collect(Collectors.toMap(OrderLine::number, available::applyAsInt)));
  }

  private Units named() {
    Map<Integer, Integer> sum = new TreeMap<>();
    items.forEach(item -> sum.merge(item.line(), item.quantity(), Integer::sum));
    return new Units(sum);
  }
}
