package io.storefront.reliability.life;

import io.storefront.orders.CapturePolicy;
import io.storefront.orders.CarrierEvent;
import io.storefront.orders.Order;
import io.storefront.orders.RecordId;
import io.storefront.orders.testkit.Fixtures;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An order in the middle of its life: some shipped, some paid, something on its way back. */
final class Stage {
  private static final List<Deed> SO_FAR =
      List.of(new Deed.Ship(Map.of(1, 2)), new Deed.AskBack(Map.of(1, 1)));

  final House house;
  final CapturePolicy policy;
  private final List<Goods> goods = List.of(goods(4), goods(2));
  private final Existence existence;
  private final List<RecordId> left = new ArrayList<>();

  Stage(House house, CapturePolicy policy, boolean begun) {
    this.house = house;
    this.policy = policy;
    this.existence = Existence.place(house, policy, goods, 490);
    if (begun) {
      SO_FAR.forEach(deed -> left.add(Existence.left(existence.act(deed))));
      existence.act(approval());
    }
  }

  Existence existence() {
    return existence;
  }

  Order order() {
    return existence.order();
  }

  /** Everything that might be tried now, by its name. */
  Map<String, Deed> deeds() {
    RecordId parcel = parcel();
    return Map.ofEntries(
        Map.entry("ship", new Deed.Ship(Map.of())),
        Map.entry("ship one", new Deed.Ship(Map.of(1, 1))),
        Map.entry("cancel", new Deed.Cancel(Map.of())),
        Map.entry("cancel some", new Deed.Cancel(Map.of(1, 1, 2, 2))),
        Map.entry("capture", new Deed.Capture(Optional.of(100L))),
        Map.entry("refund", new Deed.Refund(Map.of(), 0, 600)),
        Map.entry("hold", new Deed.Hold()),
        Map.entry("release", new Deed.Release()),
        Map.entry("complete", new Deed.Complete()),
        Map.entry("deliver", new Deed.Tell(parcel, "E-1", CarrierEvent.Type.DELIVERED, 1)),
        Map.entry("correct", new Deed.Correct(parcel, "1Z")),
        Map.entry("ask back", new Deed.AskBack(Map.of(1, 1))),
        Map.entry("receive", new Deed.Receive(comeback(), 1, 1, true)),
        Map.entry("amend", new Deed.Amend("", "ring")),
        Map.entry("delete", new Deed.Delete()));
  }

  /** The model of the order as it is before anything is tried. */
  Model model() {
    Model model = new Model(goods.stream().map(Stage::fresh).toList(), 490, policy);
    for (int i = 0; i < left.size(); i++) {
      Prediction.of(model, SO_FAR.get(i), left.get(i));
    }
    if (!left.isEmpty()) {
      Prediction.of(model, approval(), left.getFirst());
    }
    return model;
  }

  private Deed approval() {
    return new Deed.Decide(comeback(), true);
  }

  private RecordId parcel() {
    return left.isEmpty() ? Fate.NO_PARCEL : left.get(0);
  }

  private RecordId comeback() {
    return left.isEmpty() ? Fate.NO_COMEBACK : left.get(1);
  }

  private static Goods goods(int units) {
    return new Goods(Fixtures.newSku("RACE"), units, 333L * units - 1);
  }

  private static Goods fresh(Goods line) {
    return new Goods(line.sku, line.quantity, line.cents);
  }
}
