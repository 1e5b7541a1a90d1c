package io.storefront.reliability.postgres;

import io.storefront.reliability.provider.Mode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What many schedules have to meet, or they have shown nothing. */
final class Expected {
  private static final List<String> ALWAYS =
      List.of(Nemesis.LOST, "heard 201", "order CONFIRMED", "order REJECTED");

  private static final List<String> SIGHTS =
      List.of(
          "attempt AUTHORIZE FAILED",
          "attempt VOID SUCCEEDED",
          "bus not now",
          "bus took it and did not say so",
          "attempt CAPTURE SUCCEEDED",
          "attempt REFUND SUCCEEDED",
          "deed already-shipped",
          "deed conflict",
          "deed not yet",
          "deed on-hold",
          "deed transition-not-allowed",
          "heard 200",
          "heard 202",
          "heard insufficient-inventory",
          "heard order-not-confirmed",
          "heard payment-declined",
          "order CANCELLED",
          "order COMPLETED",
          "rejected DEADLINE_EXCEEDED");

  /** Where everything that is tried again and again is lost: rare, and rarest on a fast machine. */
  private static final List<String> RARITIES = List.of("background had no storage", "heard unsure");

  private Expected() {}

  /** However few there are. */
  static Set<String> always() {
    return new TreeSet<>(ALWAYS);
  }

  /** Every trouble, every mode of the provider, and every answer and end that is not rare. */
  static Set<String> mostly() {
    Set<String> all = always();
    all.addAll(SIGHTS);
    Schedule.deeds().forEach(deed -> all.add("deed " + deed + " done"));
    for (Trouble.Kind kind : Trouble.Kind.values()) {
      all.add("trouble " + kind);
    }
    for (Mode mode : Mode.values()) {
      all.add("provider " + mode);
    }
    return all;
  }

  /** Rarities too. */
  static Set<String> everything() {
    Set<String> all = mostly();
    all.addAll(RARITIES);
    return all;
  }
}
