package io.storefront.reliability.life;

import static io.storefront.reliability.life.Said.DONE;
import static io.storefront.reliability.life.Said.NOT_FOUND;
import static io.storefront.reliability.life.Said.UNCHANGED;

import io.storefront.orders.RecordId;
import java.util.Map;
import java.util.TreeMap;

/** Does to the model what is done to the order, and says what that should come to. */
final class Prediction {
  private static final String UNKNOWN_LINE = "validation-failed";
  private static final String TOO_MANY = "quantity-exceeded";

  private final Model model;
  private final RecordId next;

  private Prediction(Model model, RecordId next) {
    this.model = model;
    this.next = next;
  }

  /**
   * What comes of it.
   *
   * @param left the id of the record that the act leaves, if it is done
   */
  static String of(Model model, Deed deed, RecordId left) {
    if (model.isDeleted && !(deed instanceof Deed.Restore)) {
      return Said.DELETED;
    }
    String said = new Prediction(model, left).said(deed);
    if (said.equals(DONE)) {
      model.settle();
    }
    return said;
  }

  private String said(Deed deed) {
    return switch (deed) {
      case Deed.Ship(var units) -> ship(units);
      case Deed.Correct(var id, String label) -> correct(id, label);
      case Deed.Tell tell -> tell(tell);
      case Deed.Cancel(var units) -> cancel(units);
      case Deed.Capture capture -> capture(capture);
      case Deed.Refund refund -> refund(refund);
      case Deed.Hold hold -> hold();
      case Deed.Release release -> release();
      case Deed.Complete complete -> complete();
      case Deed.AskBack(var units) -> askBack(units);
      case Deed.Decide(var id, boolean approve) -> decide(id, approve);
      case Deed.Receive receive -> receive(receive);
      case Deed.Amend(String method, String note) -> amend(method, note);
      case Deed.Delete delete -> delete();
      case Deed.Restore restore -> restore();
    };
  }

  private String ship(Map<Integer, Integer> named) {
    if (!model.status.equals("CONFIRMED")) {
      return not("ORDER_" + model.status);
    }
    if (model.isHeld) {
      return "on-hold ON_HOLD";
    }
    Map<Integer, Integer> units = model.units(named, line -> line.allocated);
    if (model.goods.stream().allMatch(line -> line.allocated == 0)) {
      return TOO_MANY + " NOTHING_TO_SHIP";
    }
    if (!model.knows(units)) {
      return UNKNOWN_LINE;
    }
    if (!model.has(units, line -> line.allocated)) {
      return TOO_MANY;
    }
    units.forEach(
        (number, count) -> {
          model.line(number).allocated -= count;
          model.line(number).shipped += count;
        });
    model.parcels.add(new Parcel(next, new TreeMap<>(units), ""));
    return DONE;
  }

  private String correct(RecordId id, String label) {
    return model
        .parcel(id)
        .map(
            parcel -> {
              boolean same = parcel.label.equals(label);
              parcel.label = label;
              return same ? UNCHANGED : DONE;
            })
        .orElse(NOT_FOUND);
  }

  private String tell(Deed.Tell tell) {
    return model
        .parcel(tell.shipment())
        .map(
            parcel -> {
              Parcel.Happening told = new Parcel.Happening(tell.second(), tell.type());
              if (parcel.told.putIfAbsent(tell.id(), told) != null) {
                return UNCHANGED;
              }
              model.countArrivals();
              return DONE;
            })
        .orElse(NOT_FOUND);
  }

  private String cancel(Map<Integer, Integer> named) {
    if (model.isTerminal()) {
      return not("ORDER_" + model.status);
    }
    if (model.goods.stream().allMatch(line -> line.allocated == 0)) {
      return "already-shipped ALREADY_SHIPPED";
    }
    Map<Integer, Integer> units = model.units(named, Goods::wanted);
    if (!model.knows(units)) {
      return UNKNOWN_LINE;
    }
    if (!model.has(units, Goods::wanted)) {
      return TOO_MANY;
    }
    if (!model.has(units, line -> line.allocated)) {
      return "already-shipped ALREADY_SHIPPED";
    }
    units.forEach(
        (number, count) -> {
          model.line(number).allocated -= count;
          model.line(number).cancelled += count;
        });
    if (model.goods.stream().allMatch(line -> line.cancelled == line.quantity)) {
      model.status = "CANCELLED";
    }
    return DONE;
  }

  private String capture(Deed.Capture capture) {
    if (!model.stands()) {
      return not("ORDER_" + model.status);
    }
    if (model.isHeld) {
      return "on-hold ON_HOLD";
    }
    if (model.capturable() == 0) {
      return not("NOTHING_TO_CAPTURE");
    }
    long cents = capture.cents().orElse(model.capturable());
    if (cents > model.capturable()) {
      return "capture-exceeds-authorized";
    }
    model.captured += cents;
    return DONE;
  }

  private String refund(Deed.Refund refund) {
    Map<Integer, Integer> units = refund.units();
    if (!model.knows(units)) {
      return UNKNOWN_LINE;
    }
    if (!model.has(units, line -> line.wanted() - line.refunded)) {
      return TOO_MANY;
    }
    long prices = units.keySet().stream().mapToLong(number -> share(number, units)).sum();
    long amount = prices + refund.shipping() + refund.adjustment();
    if (refund.shipping() > model.shipping - model.shippingRefunded
        || amount > model.captured - model.refunded) {
      return "refund-exceeds-captured";
    }
    if (amount == 0) {
      return not("NOTHING_TO_REFUND");
    }
    units.forEach((number, count) -> model.line(number).refunded += count);
    model.shippingRefunded += refund.shipping();
    model.refunded += amount;
    return DONE;
  }

  private long share(int number, Map<Integer, Integer> units) {
    Goods line = model.line(number);
    return line.price(line.refunded + units.getOrDefault(number, 0)) - line.price(line.refunded);
  }

  private String hold() {
    if (model.isTerminal()) {
      return not("ORDER_" + model.status);
    }
    if (model.isHeld) {
      return "on-hold ON_HOLD";
    }
    model.isHeld = true;
    return DONE;
  }

  private String release() {
    if (!model.isHeld) {
      return not("NOT_ON_HOLD");
    }
    model.isHeld = false;
    return DONE;
  }

  private String complete() {
    if (model.isTerminal()) {
      return not("ORDER_" + model.status);
    }
    if (model.goods.stream().anyMatch(line -> line.allocated > 0)) {
      return not("NOT_ALL_SHIPPED");
    }
    model.status = "COMPLETED";
    return DONE;
  }

  private String askBack(Map<Integer, Integer> named) {
    if (!model.hasShipped()) {
      return not("NOTHING_SHIPPED");
    }
    Map<Integer, Integer> units = model.units(named, model::returnable);
    if (model.goods.stream().allMatch(line -> model.returnable(line) == 0)) {
      return TOO_MANY + " NOTHING_TO_RETURN";
    }
    if (!model.knows(units)) {
      return UNKNOWN_LINE;
    }
    if (!model.has(units, model::returnable)) {
      return TOO_MANY;
    }
    model.comebacks.add(new Comeback(next, new TreeMap<>(units)));
    return DONE;
  }

  private String decide(RecordId id, boolean approve) {
    return model
        .comeback(id)
        .map(
            comeback -> {
              if (comeback.isApproved || comeback.isDenied) {
                return not("RETURN_STATE");
              }
              comeback.isApproved = approve;
              comeback.isDenied = !approve;
              return DONE;
            })
        .orElse(NOT_FOUND);
  }

  private String receive(Deed.Receive receive) {
    return model
        .comeback(receive.comeback())
        .map(comeback -> receive(comeback, receive))
        .orElse(NOT_FOUND);
  }

  private String receive(Comeback comeback, Deed.Receive receive) {
    if (!comeback.isApproved || !comeback.isOpen()) {
      return not("RETURN_STATE");
    }
    int number = receive.line();
    if (!model.knows(Map.of(number, 1))) {
      return UNKNOWN_LINE;
    }
    int left = comeback.units.getOrDefault(number, 0) - comeback.received.getOrDefault(number, 0);
    if (receive.units() > left) {
      return TOO_MANY;
    }
    comeback.received.merge(number, receive.units(), Integer::sum);
    model.line(number).returned += receive.units();
    model.line(number).restocked += receive.restock() ? receive.units() : 0;
    return DONE;
  }

  private String amend(String method, String note) {
    if (model.method.equals(method) && model.note.equals(note)) {
      return UNCHANGED;
    }
    if (!model.method.equals(method)) {
      if (model.status.equals("CANCELLED")) {
        return not("ORDER_CANCELLED");
      }
      if (model.hasShipped()) {
        return "already-shipped ALREADY_SHIPPED";
      }
    }
    model.method = method;
    model.note = note;
    return DONE;
  }

  private String delete() {
    if (!model.isTerminal()) {
      return "not-terminal NOT_TERMINAL";
    }
    if (model.stands() && model.captured < model.due()) {
      return not("MONEY_OPEN");
    }
    model.isDeleted = true;
    return DONE;
  }

  private String restore() {
    if (!model.isDeleted) {
      return not("NOT_DELETED");
    }
    model.isDeleted = false;
    return DONE;
  }

  private static String not(String block) {
    return "transition-not-allowed " + block;
  }
}
