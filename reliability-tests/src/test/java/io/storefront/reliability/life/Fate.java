package io.storefront.reliability.life;

import io.storefront.orders.CapturePolicy;
import io.storefront.orders.CarrierEvent;
import io.storefront.orders.RecordId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.UUID;

/** What is tried next: mostly something that could be done, and now and then something foolish. */
final class Fate {
  static final RecordId NO_PARCEL = new RecordId(RecordId.Kind.SHIPMENT, new UUID(7, 7));
  static final RecordId NO_COMEBACK = new RecordId(RecordId.Kind.RETURN, new UUID(7, 7));
  private static final List<String> LABELS = List.of("", "0034", "1Z999");
  private final SplittableRandom random;

  Fate(SplittableRandom random) {
    this.random = random;
  }

  CapturePolicy policy() {
    CapturePolicy[] all = CapturePolicy.values();
    return all[random.nextInt(all.length)];
  }

  int upTo(int bound) {
    return random.nextInt(1, bound + 1);
  }

  Deed next(Model model) {
    int lines = model.goods.size();
    return switch (random.nextInt(26)) {
      case 0, 1, 2, 3 -> new Deed.Ship(units(lines, true));
      case 4, 5, 6 -> tell(model);
      case 7 -> new Deed.Correct(parcel(model), label());
      case 8, 9 -> new Deed.Cancel(random.nextInt(3) == 0 ? Map.of() : units(lines, false));
      case 10 -> new Deed.Capture(capture(model));
      case 11, 12, 13 -> refund(model);
      case 14 -> random.nextBoolean() ? new Deed.Hold() : new Deed.Release();
      case 15 -> new Deed.Release();
      case 16 -> new Deed.Complete();
      case 17 -> new Deed.AskBack(units(lines, true));
      case 18 -> new Deed.Decide(comeback(model), random.nextInt(4) > 0);
      case 19, 20 -> new Deed.Receive(comeback(model), line(lines), upTo(3), random.nextBoolean());
      case 21 -> new Deed.Amend(label(), label());
      case 22 -> new Deed.Delete();
      case 23 -> new Deed.AskBack(units(lines, true));
      case 24 -> new Deed.Decide(comeback(model), random.nextInt(4) > 0);
      default -> new Deed.Restore();
    };
  }

  /** Whether the version that is named is an old one. */
  boolean isLate() {
    return random.nextInt(30) == 0;
  }

  private Deed tell(Model model) {
    CarrierEvent.Type[] types = CarrierEvent.Type.values();
    CarrierEvent.Type type =
        random.nextBoolean() ? CarrierEvent.Type.DELIVERED : types[random.nextInt(types.length)];
    return new Deed.Tell(parcel(model), "E-" + random.nextInt(6), type, random.nextInt(5));
  }

  private Deed refund(Model model) {
    Map<Integer, Integer> units =
        random.nextBoolean() ? Map.of() : units(model.goods.size(), false);
    long shipping = random.nextInt(3) == 0 ? upTo(300) : 0;
    long least = units.isEmpty() && shipping == 0 ? 1 : 0;
    long adjustment = random.nextBoolean() ? least : random.nextInt(1, 900);
    return new Deed.Refund(units, shipping, adjustment);
  }

  private Optional<Long> capture(Model model) {
    return random.nextBoolean()
        ? Optional.empty()
        : Optional.of(random.nextLong(1, model.due() + 100));
  }

  private Map<Integer, Integer> units(int lines, boolean orAll) {
    if (orAll && random.nextInt(4) == 0) {
      return Map.of();
    }
    Map<Integer, Integer> units = new TreeMap<>();
    int named = upTo(lines);
    for (int i = 0; i < named; i++) {
      units.put(line(lines), upTo(2));
    }
    return units;
  }

  /** Rarely one that the order does not have. */
  private int line(int lines) {
    return random.nextInt(25) == 0 ? lines + 1 : upTo(lines);
  }

  private RecordId parcel(Model model) {
    return model.parcels.isEmpty() || random.nextInt(25) == 0
        ? NO_PARCEL
        : model.parcels.get(random.nextInt(model.parcels.size())).id;
  }

  private RecordId comeback(Model model) {
    return model.comebacks.isEmpty() || random.nextInt(25) == 0
        ? NO_COMEBACK
        : model.comebacks.get(random.nextInt(model.comebacks.size())).id;
  }

  private String label() {
    return LABELS.get(random.nextInt(LABELS.size()));
  }
}
