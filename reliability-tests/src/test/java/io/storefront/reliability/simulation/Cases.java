package io.storefront.reliability.simulation;

import io.storefront.orders.CapturePolicy;
import io.storefront.reliability.baton.Baton.Picking;
import io.storefront.reliability.deed.Deed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/** Makes a case of a seed: some clients, little stock, bad weather and a few faults. */
final class Cases {
  private static final int LAST_CALL = 24;
  private static final int LONG = 60;
  private static final Weather[] OUTAGES = {
    Weather.REQUEST_LOST, Weather.ERROR_NOT_DONE, Weather.NOT_SENT
  };

  private static final List<List<Deed>> LIVES =
      List.of(
          List.of(Deed.SHIP, Deed.DELIVERED),
          List.of(Deed.SHIP_ONE, Deed.CANCEL_ONE, Deed.SHIP, Deed.DELIVERED),
          List.of(Deed.SHIP, Deed.REFUND_MOST, Deed.REFUND_ONE),
          List.of(Deed.SHIP_ONE, Deed.LOST, Deed.REFUND_SHIPPING, Deed.COMPLETE),
          List.of(Deed.HOLD, Deed.SHIP, Deed.RELEASE),
          List.of(Deed.SHIP, Deed.ASK_RETURN, Deed.APPROVE, Deed.RESTOCK),
          List.of(Deed.SHIP, Deed.ASK_RETURN, Deed.DENY, Deed.COMPLETE),
          List.of(Deed.SHIP, Deed.ASK_RETURN, Deed.RESTOCK, Deed.APPROVE, Deed.WRITE_OFF),
          List.of(Deed.CANCEL, Deed.DELETE, Deed.AMEND, Deed.RESTORE),
          List.of(Deed.SHIP_ONE, Deed.CANCEL),
          List.of(Deed.CANCEL_ONE, Deed.CANCEL),
          List.of(Deed.HOLD, Deed.HOLD),
          List.of(Deed.CAPTURE_SOME, Deed.CAPTURE, Deed.CANCEL_ONE));

  private static final Duration DEADLINE = Duration.ofMinutes(15);

  private final SplittableRandom random;
  private final long seed;

  private Cases(long seed) {
    this.seed = seed;
    this.random = new SplittableRandom(seed);
  }

  /** The case of this seed, for ever the same. */
  static Case of(long seed) {
    return new Cases(seed).draw();
  }

  private Case draw() {
    int clients = 1 + random.nextInt(4);
    List<Wish> wishes = new ArrayList<>();
    for (int i = 1; i <= clients; i++) {
      wishes.add(wish("client-" + i, wishes));
    }
    return new Case(
        seed,
        one(Wiring.values()),
        one(Picking.values()),
        shelf(),
        wishes,
        tasks(wishes),
        faults(clients),
        random.nextInt(3) == 0 ? Duration.ofSeconds(10 + random.nextInt(30)) : DEADLINE,
        healing(),
        List.of(skew(), skew()),
        one(CapturePolicy.values()),
        bus());
  }

  private Map<Goods, Integer> shelf() {
    Map<Goods, Integer> shelf = new EnumMap<>(Goods.class);
    shelf.put(Goods.TEA, random.nextInt(6));
    shelf.put(Goods.CUP, 1 + random.nextInt(6));
    shelf.put(Goods.LEAFLET, 4);
    return shelf;
  }

  private Wish wish(String client, List<Wish> others) {
    Wish wish =
        new Wish(
            client,
            "key-" + client,
            client,
            random.nextInt(4) == 0 ? Optional.of("ref-" + client) : Optional.empty(),
            items(),
            pay(),
            random.nextInt(16) == 0 ? one(Wish.Flaw.values()) : Wish.Flaw.NONE,
            weather(),
            Duration.ofMillis(random.nextInt(3) == 0 ? random.nextInt(3000) : 0),
            random.nextInt(2),
            1 + random.nextInt(5));
    if (others.isEmpty() || random.nextInt(3) > 0) {
      return wish;
    }
    return related(wish, others.get(random.nextInt(others.size())));
  }

  /** The same request sent twice at once, or its key or its reference used for something else. */
  private Wish related(Wish wish, Wish other) {
    return switch (random.nextInt(6)) {
      case 0, 1 -> other.by(wish.client()).at(wish.node(), wish.startIn());
      case 2 -> wish.keyed(other.key());
      case 3 -> wish.referenced(other.reference().orElse("ref-" + other.client()));
      case 4 ->
          other.by(wish.client()).keyed(wish.key()).flawed(Wish.Flaw.UNPAID).at(1, wish.startIn());
      default -> other.by(wish.client()).keyed(wish.key()).at(wish.node(), wish.startIn());
    };
  }

  private List<Goods.Item> items() {
    Goods[] sold = {Goods.TEA, Goods.TEA, Goods.CUP, Goods.LEAFLET};
    List<Goods.Item> items = new ArrayList<>();
    for (int i = 1 + random.nextInt(3); i > 0; i--) {
      items.add(new Goods.Item(one(sold), 1 + random.nextInt(3)));
    }
    return items;
  }

  private Pay pay() {
    return random.nextInt(2) == 0 ? Pay.APPROVE : one(Pay.values());
  }

  private List<Weather> weather() {
    List<Weather> weather = new ArrayList<>();
    if (random.nextInt(16) == 0) {
      weather.add(one(Weather.values()));
      weather.addAll(Collections.nCopies(LONG, one(OUTAGES)));
      return weather;
    }
    for (int i = random.nextInt(2) * random.nextInt(5); i > 0; i--) {
      weather.add(one(Weather.values()));
    }
    return weather;
  }

  private List<Task> tasks(List<Wish> wishes) {
    List<Task> tasks = new ArrayList<>();
    for (Wish wish : wishes) {
      for (String who : List.of("clerk", "rival")) {
        if (random.nextInt(3) == 0) {
          int millis = random.nextInt(random.nextBoolean() ? 300 : 40_000);
          tasks.add(
              new Task(who, wish.client(), deeds(), Duration.ofMillis(millis), random.nextInt(2)));
        }
      }
    }
    return tasks;
  }

  /** Often what has a meaning together, and sometimes anything. */
  private List<Deed> deeds() {
    if (random.nextInt(4) == 0) {
      return List.of(Deed.CANCEL);
    }
    List<Deed> deeds = new ArrayList<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      deeds.add(one(Deed.values()));
    }
    deeds.addAll(LIVES.get(random.nextInt(LIVES.size())));
    for (int i = random.nextInt(3); i > 0; i--) {
      deeds.add(one(Deed.values()));
    }
    return deeds;
  }

  private List<Fault> faults(int clients) {
    List<Fault> faults = new ArrayList<>();
    for (int i = random.nextInt(5); i > 0; i--) {
      int call = 1 + random.nextInt(LAST_CALL);
      faults.add(new Fault(actor(clients), call, one(Fault.Kind.values()), delay()));
    }
    return faults;
  }

  private String actor(int clients) {
    int client = 1 + random.nextInt(clients);
    return switch (random.nextInt(9)) {
      case 0 -> "runner-A";
      case 1 -> "runner-B";
      case 2 -> "relay-A";
      case 3 -> "relay-B";
      case 4, 5 -> "clerk-of-client-" + client;
      default -> "client-" + client;
    };
  }

  private Optional<List<BusWeather>> bus() {
    if (random.nextBoolean()) {
      return Optional.empty();
    }
    List<BusWeather> calls = new ArrayList<>();
    for (int i = random.nextInt(5); i > 0; i--) {
      calls.add(one(BusWeather.values()));
    }
    return Optional.of(calls);
  }

  private Duration delay() {
    return Duration.ofMillis(random.nextInt(3) == 0 ? 12_000 + random.nextInt(23_000) : 12_000);
  }

  private Duration healing() {
    return switch (random.nextInt(8)) {
      case 0 -> Duration.ofMinutes(14).plusSeconds(random.nextInt(180));
      case 1, 2 -> Duration.ofSeconds(90 + random.nextInt(200));
      default -> Duration.ofSeconds(10 + random.nextInt(60));
    };
  }

  private Duration skew() {
    return random.nextInt(4) == 0 ? Duration.ofSeconds(random.nextInt(21) - 10) : Duration.ZERO;
  }

  @SafeVarargs
  private final <T> T one(T... all) {
    return all[random.nextInt(all.length)];
  }
}
