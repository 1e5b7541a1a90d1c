package io.storefront.reliability.simulation;

import io.storefront.orders.CapturePolicy;
import io.storefront.reliability.baton.Baton.Picking;
import io.storefront.reliability.deed.Deed;
import io.storefront.reliability.simulation.Goods.Item;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is run with every fault at every call, and with every two. */
@SuppressWarnings("ImmutableEnumChecker") // the lists are never changed
enum Scenario {
  CONFIRMED(one(Pay.APPROVE)),
  NOTHING_DUE(Wish.of("client-1", Pay.APPROVE, new Item(Goods.LEAFLET, 1))),
  DECLINED(one(Pay.DECLINE)),
  SHORT(Wish.of("client-1", Pay.APPROVE, new Item(Goods.CUP, 1), new Item(Goods.TEA, 4))),
  ANSWER_LOST(one(Pay.APPROVE).in(Weather.ANSWER_LOST)),
  REQUEST_LOST(one(Pay.APPROVE).in(Weather.REQUEST_LOST)),
  REQUEST_LATE(one(Pay.APPROVE).in(Weather.LATE)),
  CUSTOMER_AGREES(one(Pay.CUSTOMER_AGREES)),
  HELD_BEFORE(one(Pay.BROUGHT).in(Weather.ANSWER_LOST)),
  SENT_TWICE_AT_ONCE(one(Pay.APPROVE), one(Pay.APPROVE).by("client-2").at(1, Duration.ZERO)),
  LAST_UNIT(
      Wish.of("client-1", Pay.APPROVE, new Item(Goods.TEA, 2)),
      Wish.of("client-2", Pay.APPROVE, new Item(Goods.TEA, 2)).at(1, Duration.ZERO)),
  /** An order is found by its reference, by a request that would be refused by now. */
  ASKED_AGAIN_WITHOUT_A_TOKEN(
      one(Pay.APPROVE).referenced("ref"),
      one(Pay.APPROVE).referenced("ref").by("client-2").keyed("other").flawed(Wish.Flaw.UNPAID)),
  /** Too late when the answer comes, so that what is held has to be let go of. */
  ANSWER_LOST_TOO_LATE(Duration.ofSeconds(8), one(Pay.STUBBORN).in(answersLost())),
  NEVER_SENT_TOO_LATE(Duration.ofSeconds(8), one(Pay.APPROVE).in(all(Weather.NOT_SENT))),
  CUSTOMER_AWAY(Duration.ofSeconds(8), one(Pay.CUSTOMER_AWAY)),
  CANCELLED_AT_ONCE(cancelled(0), one(Pay.APPROVE)),
  CANCELLED_WHILE_NOBODY_KNOWS(cancelled(2_000), one(Pay.APPROVE).in(Weather.ANSWER_LOST)),
  CANCELLED_WHILE_THE_CUSTOMER_ACTS(cancelled(7_500), one(Pay.CUSTOMER_AGREES)),
  CANCELLED_AFTERWARDS(cancelled(1_000), one(Pay.STUBBORN)),
  DELIVERED(afterwards(Deed.SHIP, Deed.DELIVERED), one(Pay.APPROVE)),
  SHIPPED_IN_PARTS(afterwards(Deed.SHIP_ONE, Deed.SHIP), one(Pay.APPROVE)),
  SHIPPED_WHILE_CANCELLED(atOnce(Deed.SHIP, Deed.CANCEL), one(Pay.APPROVE)),
  SHIPPED_WHILE_HELD(atOnce(Deed.SHIP, Deed.HOLD), one(Pay.APPROVE)),
  SHIPPED_AND_NOBODY_KNOWS_WHAT_WAS_TAKEN(
      afterwards(Deed.SHIP_ONE, Deed.CANCEL_ONE),
      one(Pay.APPROVE).in(Weather.CLEAR, Weather.CLEAR, Weather.ANSWER_LOST)),
  SHIPPED_UNPAID(afterwards(Deed.SHIP, Deed.RELEASE), one(Pay.FIRST_CAPTURE_FAILS)),
  SHIPPED_TOO_LATE(
      List.of(Task.afterwards(Deed.SHIP).in(Duration.ofSeconds(20))), one(Pay.EXPIRES)),
  HELD_FOR_A_WHILE(afterwards(Deed.HOLD, Deed.RELEASE, Deed.SHIP), one(Pay.APPROVE)),
  PARTLY_CANCELLED(afterwards(Deed.CANCEL_ONE, Deed.SHIP), one(Pay.APPROVE)),
  TAKEN_BY_HAND(afterwards(Deed.CAPTURE_SOME, Deed.SHIP), one(Pay.APPROVE)),
  TAKEN_WHILE_CANCELLED(atOnce(Deed.CAPTURE, Deed.CANCEL), one(Pay.APPROVE)),
  TAKEN_WITH_THE_FIRST_SHIPMENT(
      CapturePolicy.ON_FIRST_SHIPMENT,
      afterwards(Deed.SHIP_ONE, Deed.CANCEL_ONE),
      one(Pay.APPROVE)),
  TAKEN_AND_GIVEN_BACK(CapturePolicy.ON_CONFIRMATION, afterwards(Deed.CANCEL), one(Pay.APPROVE)),
  TAKEN_AND_NOT_GIVEN_BACK(
      CapturePolicy.ON_CONFIRMATION,
      afterwards(Deed.CANCEL_ONE, Deed.RELEASE),
      one(Pay.FIRST_REFUND_FAILS)),
  REFUNDED(afterwards(Deed.SHIP_ONE, Deed.SHIP, Deed.REFUND_MOST), one(Pay.APPROVE)),
  REFUNDED_TWICE_AT_ONCE(
      CapturePolicy.ON_CONFIRMATION, atOnce(Deed.REFUND_MOST, Deed.REFUND_MOST), one(Pay.APPROVE)),
  RETURNED(afterwards(Deed.SHIP, Deed.ASK_RETURN, Deed.APPROVE, Deed.RESTOCK), one(Pay.APPROVE)),
  DELETED_AND_RESTORED(
      afterwards(Deed.AMEND, Deed.CANCEL, Deed.DELETE, Deed.RESTORE), one(Pay.APPROVE)),
  /** The reference of an order that is only just being placed. */
  REFERENCE_USED_TWICE_AT_ONCE(
      one(Pay.APPROVE).referenced("ref"),
      Wish.of("client-2", Pay.APPROVE, new Item(Goods.LEAFLET, 1))
          .referenced("ref")
          .at(1, Duration.ZERO)),
  /** Who was told that there is too little must not get it later by a message that was late. */
  LAST_UNIT_COMES_BACK(
      Wish.of("client-1", Pay.DECLINE, new Item(Goods.TEA, 2)),
      Wish.of("client-2", Pay.APPROVE, new Item(Goods.TEA, 2)).at(1, Duration.ZERO)),
  /** So long that a request cannot be under way any more, and nobody knows of an old one. */
  BROKEN_FOR_LONG(
      Duration.ofSeconds(8),
      Duration.ofSeconds(100),
      List.of(Duration.ZERO, Duration.ZERO),
      Optional.empty(),
      List.of(),
      one(Pay.APPROVE).in(first(Weather.ANSWER_LOST, all(Weather.BROKEN)))),
  /** Too late for one node and not for the other, when only the void's answer is missing. */
  CLOCKS_DIFFER(
      Duration.ofSeconds(25),
      Duration.ofSeconds(30),
      List.of(Duration.ofSeconds(10), Duration.ofSeconds(-10)),
      Optional.empty(),
      List.of(),
      one(Pay.APPROVE)
          .at(1, Duration.ZERO)
          .in(Weather.ANSWER_LOST, Weather.CLEAR, Weather.ANSWER_LOST)),
  /** Two orders in one batch, of which one gets out. */
  PUBLISHED(
      List.of(BusWeather.PARTLY),
      List.of(),
      Wish.of("client-1", Pay.APPROVE, new Item(Goods.TEA, 1)),
      Wish.of("client-2", Pay.DECLINE, new Item(Goods.CUP, 1)).at(1, Duration.ZERO)),
  PUBLISHED_TWICE(List.of(BusWeather.ANSWER_LOST), afterwards(Deed.SHIP), one(Pay.APPROVE)),
  PUBLISHED_AT_LAST(
      List.of(BusWeather.REFUSED, BusWeather.BROKEN, BusWeather.SHORT, BusWeather.AWAY),
      List.of(),
      one(Pay.APPROVE)),
  NEVER_PUBLISHED(List.of(BusWeather.POISONED), cancelled(1_000), one(Pay.APPROVE));

  private final Duration deadline;
  private final Duration healsAfter;
  private final List<Duration> skew;
  private final Optional<List<BusWeather>> bus;
  private final List<Task> tasks;
  private final CapturePolicy capture;
  private final List<Wish> wishes;

  Scenario(Wish... wishes) {
    this(Duration.ofMinutes(15), List.of(), wishes);
  }

  Scenario(Duration deadline, Wish... wishes) {
    this(deadline, List.of(), wishes);
  }

  Scenario(List<Task> tasks, Wish... wishes) {
    this(CapturePolicy.ON_EACH_SHIPMENT, tasks, wishes);
  }

  Scenario(CapturePolicy capture, List<Task> tasks, Wish... wishes) {
    this(
        Duration.ofMinutes(15),
        Duration.ofSeconds(30),
        List.of(Duration.ZERO, Duration.ZERO),
        Optional.empty(),
        tasks,
        capture,
        wishes);
  }

  Scenario(Duration deadline, List<Task> tasks, Wish... wishes) {
    this(
        deadline,
        Duration.ofSeconds(30),
        List.of(Duration.ZERO, Duration.ZERO),
        Optional.empty(),
        tasks,
        wishes);
  }

  Scenario(List<BusWeather> bus, List<Task> tasks, Wish... wishes) {
    this(
        Duration.ofMinutes(15),
        Duration.ofSeconds(30),
        List.of(Duration.ZERO, Duration.ZERO),
        Optional.of(bus),
        tasks,
        wishes);
  }

  Scenario(
      Duration deadline,
      Duration healsAfter,
      List<Duration> skew,
      Optional<List<BusWeather>> bus,
      List<Task> tasks,
      Wish... wishes) {
    this(deadline, healsAfter, skew, bus, tasks, CapturePolicy.ON_EACH_SHIPMENT, wishes);
  }

  Scenario(
      Duration deadline,
      Duration healsAfter,
      List<Duration> skew,
      Optional<List<BusWeather>> bus,
      List<Task> tasks,
      CapturePolicy capture,
      Wish... wishes) {
    this.deadline = deadline;
    this.healsAfter = healsAfter;
    this.skew = skew;
    this.bus = bus;
    this.tasks = tasks;
    this.capture = capture;
    this.wishes = List.of(wishes);
  }

  Case with(Wiring wiring) {
    return new Case(
        name().hashCode(),
        wiring,
        Picking.IN_TURN,
        Map.of(Goods.TEA, 3, Goods.CUP, 3, Goods.LEAFLET, 3),
        wishes,
        tasks,
        List.of(),
        deadline,
        healsAfter,
        skew,
        capture,
        bus);
  }

  private static Wish one(Pay pay) {
    return Wish.of("client-1", pay, new Item(Goods.TEA, 2), new Item(Goods.CUP, 1));
  }

  private static List<Task> cancelled(int millis) {
    return List.of(Task.afterwards(Deed.CANCEL).in(Duration.ofMillis(millis)));
  }

  private static List<Task> afterwards(Deed... deeds) {
    return List.of(Task.afterwards(deeds));
  }

  private static List<Task> atOnce(Deed one, Deed other) {
    return List.of(Task.afterwards(one), Task.afterwards(other).by("rival"));
  }

  private static Weather[] answersLost() {
    return first(Weather.ANSWER_LOST, all(Weather.REQUEST_LOST));
  }

  private static Weather[] first(Weather first, Weather[] others) {
    others[0] = first;
    return others;
  }

  /** Until everything heals. */
  private static Weather[] all(Weather weather) {
    Weather[] calls = new Weather[200];
    Arrays.fill(calls, weather);
    return calls;
  }
}
