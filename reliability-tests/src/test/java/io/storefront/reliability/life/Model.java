package io.storefront.reliability.life;

import io.storefront.orders.CapturePolicy;
import io.storefront.orders.RecordId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToIntFunction;

/**
 * What an order is by the words of the contract, with a provider that does whatever it is asked.
 */
final class Model {
  final List<Goods> goods;
  final long shipping;
  final CapturePolicy policy;
  final List<Parcel> parcels = new ArrayList<>();
  final List<Comeback> comebacks = new ArrayList<>();
  String status = "CONFIRMED";
  String method = "";
  String note = "";
  boolean isHeld;
  boolean isDeleted;
  long captured;
  long refunded;
  long shippingRefunded;

  Model(List<Goods> goods, long shipping, CapturePolicy policy) {
    this.goods = goods;
    this.shipping = shipping;
    this.policy = policy;
    settle();
  }

  long due() {
    return value(Goods::wanted);
  }

  boolean hasShipped() {
    return goods.stream().anyMatch(line -> line.shipped > 0);
  }

  boolean stands() {
    return status.equals("CONFIRMED") || status.equals("COMPLETED");
  }

  boolean isTerminal() {
    return !status.equals("CONFIRMED");
  }

  long capturable() {
    return Math.max(0, due() - captured);
  }

  Optional<Parcel> parcel(RecordId id) {
    return parcels.stream().filter(one -> one.id.equals(id)).findFirst();
  }

  Optional<Comeback> comeback(RecordId id) {
    return comebacks.stream().filter(one -> one.id.equals(id)).findFirst();
  }

  /** Money goes where it belongs, and an order ends that has nothing to wait for. */
  void settle() {
    refunded += Math.max(0, captured - refunded - due());
    if (stands() && !isHeld) {
      captured = Math.max(captured, target());
    }
    boolean done = goods.stream().allMatch(this::isSettled) && captured >= due();
    if (status.equals("CONFIRMED") && !isHeld && done) {
      status = "COMPLETED";
    }
  }

  /** All of these units, or those named. */
  Map<Integer, Integer> units(Map<Integer, Integer> named, ToIntFunction<Goods> available) {
    if (!named.isEmpty()) {
      return named;
    }
    Map<Integer, Integer> all = new TreeMap<>();
    for (int i = 0; i < goods.size(); i++) {
      if (available.applyAsInt(goods.get(i)) > 0) {
        all.put(i + 1, available.applyAsInt(goods.get(i)));
      }
    }
    return all;
  }

  boolean knows(Map<Integer, Integer> units) {
    return units.keySet().stream().allMatch(line -> line >= 1 && line <= goods.size());
  }

  boolean has(Map<Integer, Integer> units, ToIntFunction<Goods> available) {
    return units.entrySet().stream()
        .allMatch(one -> one.getValue() <= available.applyAsInt(line(one.getKey())));
  }

  Goods line(int number) {
    return goods.get(number - 1);
  }

  /** Units that were shipped and that nobody has announced to come back. */
  int returnable(Goods line) {
    int number = goods.indexOf(line) + 1;
    return line.shipped
        - comebacks.stream()
            .filter(one -> !one.isDenied)
            .mapToInt(one -> one.units.getOrDefault(number, 0))
            .sum();
  }

  private boolean isSettled(Goods line) {
    int number = goods.indexOf(line) + 1;
    int astray =
        parcels.stream()
            .filter(Parcel::isAstray)
            .mapToInt(parcel -> parcel.units.getOrDefault(number, 0))
            .sum();
    boolean arrived = line.delivered >= line.shipped || line.returned >= line.shipped;
    boolean both = line.delivered + Math.min(astray, line.returned) >= line.shipped;
    return line.allocated == 0 && (arrived || both);
  }

  void countArrivals() {
    for (int i = 0; i < goods.size(); i++) {
      int number = i + 1;
      goods.get(i).delivered =
          parcels.stream()
              .filter(Parcel::hasArrived)
              .mapToInt(parcel -> parcel.units.getOrDefault(number, 0))
              .sum();
    }
  }

  private long target() {
    return switch (policy) {
      case ON_EACH_SHIPMENT -> value(line -> line.shipped);
      case ON_FIRST_SHIPMENT -> hasShipped() ? due() : 0;
      case ON_CONFIRMATION -> due();
    };
  }

  private long value(ToIntFunction<Goods> units) {
    long sum = goods.stream().mapToLong(line -> line.price(units.applyAsInt(line))).sum();
    return goods.stream().anyMatch(line -> units.applyAsInt(line) > 0) ? sum + shipping : 0;
  }
}
