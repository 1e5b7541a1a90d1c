package io.storefront.reliability.postgres;

import io.storefront.orders.CapturePolicy;
import io.storefront.orders.Policies;
import io.storefront.reliability.deed.Deed;
import io.storefront.reliability.postgres.Goods.Item;
import io.storefront.reliability.provider.Mode;
import io.storefront.reliability.provider.Pay;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Who wants what, and what goes wrong meanwhile. All of it follows from the seed; how threads and
 * processes meet does not.
 *
 * @param hasty whether orders are given up after a moment
 * @param calmMillis after the last trouble, before everything heals
 * @param capture when money is taken
 */
record Schedule(
    long seed,
    boolean hasty,
    int calmMillis,
    Map<Goods, Integer> shelf,
    List<Shopper> shoppers,
    List<Task> tasks,
    List<Trouble> troubles,
    CapturePolicy capture) {
  private static final List<List<Deed>> LIVES =
      List.of(
          List.of(Deed.CANCEL),
          List.of(Deed.SHIP, Deed.DELIVERED),
          List.of(Deed.SHIP_ONE, Deed.CANCEL_ONE, Deed.SHIP, Deed.COMPLETE),
          List.of(Deed.SHIP, Deed.REFUND_MOST, Deed.REFUND_MOST),
          List.of(Deed.SHIP_ONE, Deed.IN_TRANSIT, Deed.CORRECT, Deed.REFUND_ONE),
          List.of(Deed.HOLD, Deed.SHIP, Deed.RELEASE, Deed.SHIP),
          List.of(Deed.SHIP, Deed.ASK_RETURN, Deed.APPROVE, Deed.RESTOCK),
          List.of(Deed.CAPTURE_SOME, Deed.CAPTURE, Deed.CANCEL_ONE),
          List.of(Deed.AMEND, Deed.CANCEL, Deed.DELETE, Deed.RESTORE));

  private static final List<CapturePolicy> POLICIES = List.of(CapturePolicy.values());
  private static final Duration BUDGET = Duration.ofSeconds(5);
  private static final Duration SOON = Duration.ofSeconds(7);
  private static final Duration LATER = Duration.ofMinutes(15);
  private static final List<Mode> FOUL = List.copyOf(EnumSet.complementOf(EnumSet.of(Mode.CLEAR)));
  private static final List<Trouble.Kind> KINDS = List.of(Trouble.Kind.values());

  static Schedule of(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    random.nextLong();
    boolean hasty = random.nextInt(5) == 0;
    Map<Goods, Integer> shelf = new EnumMap<>(Goods.class);
    for (Goods goods : Goods.values()) {
      shelf.put(goods, random.nextInt(2, 9));
    }
    List<Shopper> shoppers = new ArrayList<>();
    int all = random.nextInt(3, 6);
    for (int i = 0; i < all; i++) {
      shoppers.add(
          i > 0 && random.nextInt(4) == 0
              ? twin(shoppers.getLast(), i, random)
              : shopper(i, random));
    }
    return new Schedule(
        seed,
        hasty,
        random.nextInt(hasty ? 1_000 : 300),
        shelf,
        shoppers,
        tasks(random),
        some(random.nextInt(2, 9), () -> trouble(random)),
        POLICIES.get(random.nextInt(POLICIES.size())));
  }

  Policies policies() {
    return new Policies(BUDGET, hasty ? SOON : LATER).capturing(capture);
  }

  /** In lines, for whoever reads of a failure. */
  String told() {
    StringBuilder text = new StringBuilder();
    text.append(
        "seed %d%s, shelf %s, capture %s%n"
            .formatted(seed, hasty ? ", hasty" : "", shelf, capture));
    shoppers.forEach(shopper -> text.append("  %s%n".formatted(shopper)));
    tasks.forEach(task -> text.append("  %s%n".formatted(task)));
    troubles.forEach(trouble -> text.append("  %s%n".formatted(trouble)));
    return text.toString();
  }

  /** Often two of them meet at one order. */
  private static List<Task> tasks(SplittableRandom random) {
    List<Task> tasks = new ArrayList<>();
    for (int i = random.nextInt(1, 6); i > 0; i--) {
      tasks.add(
          new Task(
              "clerk" + i,
              random.nextInt(20, 400),
              random.nextInt(2),
              random.nextInt(2),
              LIVES.get(random.nextInt(LIVES.size()))));
    }
    return tasks;
  }

  /** Whatever somebody may do. */
  static Set<Deed> deeds() {
    return LIVES.stream().flatMap(List::stream).collect(Collectors.toCollection(TreeSet::new));
  }

  private static Shopper shopper(int number, SplittableRandom random) {
    List<Item> items = new ArrayList<>();
    boolean teaFirst = random.nextBoolean();
    items.add(new Item(teaFirst ? Goods.TEA : Goods.CUP, random.nextInt(1, 3)));
    if (random.nextBoolean()) {
      items.add(new Item(teaFirst ? Goods.CUP : Goods.TEA, random.nextInt(1, 3)));
    }
    String name = "shopper" + number;
    return new Shopper(
        name,
        "key" + number,
        name,
        random.nextInt(4) == 0 ? Optional.of("PO-" + number) : Optional.empty(),
        items,
        random.nextInt(6) == 0 ? Pay.DECLINE : Pay.APPROVE,
        some(random.nextInt(4), () -> mode(random)),
        random.nextInt(120),
        random.nextInt(2));
  }

  /** The same request again at about the same time; with a key of its own if it has a reference. */
  private static Shopper twin(Shopper one, int number, SplittableRandom random) {
    String key = one.reference().isPresent() ? "key" + number : one.key();
    return new Shopper(
        "shopper" + number,
        key,
        one.payer(),
        one.reference(),
        one.items(),
        one.pay(),
        one.modes(),
        one.startMillis() + random.nextInt(20),
        random.nextInt(2));
  }

  private static Mode mode(SplittableRandom random) {
    return FOUL.get(random.nextInt(FOUL.size()));
  }

  private static Trouble trouble(SplittableRandom random) {
    return new Trouble(
        random.nextInt(80),
        random.nextInt(2),
        KINDS.get(random.nextInt(KINDS.size())),
        random.nextInt(1, 4));
  }

  private static <T> List<T> some(int times, Supplier<T> each) {
    return IntStream.range(0, times).mapToObj(i -> each.get()).toList();
  }
}
