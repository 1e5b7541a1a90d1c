package io.storefront.orders.broken;

import io.storefront.orders.OrderId;
import io.storefront.orders.PortUnavailable;
import io.storefront.orders.Shortage;
import io.storefront.orders.Sku;
import io.storefront.orders.StockClaim;
import io.storefront.orders.port.StockReservations;
import io.storefront.orders.testkit.Fixtures;
import io.storefront.orders.testkit.InMemoryStock;
import io.storefront.orders.testkit.StockReservationsContract;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Stocks with one mistake each; right, but for what a class gets wrong. */
abstract class BrokenStock implements StockReservationsContract, StockReservations {
  static final String TOMBSTONE =
      "a_claim_without_lines_gives_back_what_was_reserved"
          + "_and_older_claims_change_nothing_after_it";

  final InMemoryStock right = new InMemoryStock();

  @Override
  public StockReservations stock() {
    return this;
  }

  @Override
  public void receive(Sku sku, int units) {
    right.receive(sku, units);
  }

  @Override
  public void goAway() {
    right.goAway();
  }

  @Override
  public ClaimAnswer claim(StockClaim claim) {
    return right.claim(claim);
  }

  @Override
  public Map<Sku, Long> available(Set<Sku> skus) {
    return right.available(skus);
  }

  static StockClaim of(StockClaim claim, List<StockClaim.Line> lines) {
    return new StockClaim(claim.order(), claim.revision(), lines);
  }

  static StockClaim each(StockClaim claim, UnaryOperator<StockClaim.Line> change) {
    return of(claim, claim.lines().stream().map(change).toList());
  }

  @Mistake(
      value = "an older revision overwrites a newer one",
      caughtBy = {"stating_an_older_or_equal_revision_again_changes_nothing", TOMBSTONE})
  static class TakesWhateverComesLast extends BrokenStock {
    private int revision;

    @Override
    public synchronized ClaimAnswer claim(StockClaim claim) {
      return super.claim(new StockClaim(claim.order(), ++revision, claim.lines()));
    }
  }

  @Mistake(value = "an empty claim is deleted, and its revision with it", caughtBy = TOMBSTONE)
  static class ForgetsTombstones extends BrokenStock {
    private final Map<OrderId, OrderId> known = new ConcurrentHashMap<>();

    @Override
    public ClaimAnswer claim(StockClaim claim) {
      OrderId owner = known.getOrDefault(claim.order(), claim.order());
      if (claim.lines().isEmpty()) {
        known.put(claim.order(), Fixtures.newOrderId());
      }
      return super.claim(new StockClaim(owner, claim.revision(), claim.lines()));
    }
  }

  @Mistake(value = "an empty claim brings back what has left the house", caughtBy = TOMBSTONE)
  static class BringsBackWhatWasShipped extends BrokenStock {
    private final Map<OrderId, StockClaim> last = new ConcurrentHashMap<>();

    @Override
    public ClaimAnswer claim(StockClaim claim) {
      StockClaim before = last.put(claim.order(), claim);
      if (before != null && claim.lines().isEmpty()) {
        before.lines().forEach(line -> right.receive(line.sku(), line.shipped()));
      }
      return super.claim(claim);
    }
  }

  @Mistake(
      value = "a short claim takes what there is",
      caughtBy = "increases_are_all_or_nothing_and_a_short_claim_tells_every_shortage")
  static class TakesWhatThereIs extends BrokenStock {
    @Override
    public ClaimAnswer claim(StockClaim claim) {
      ClaimAnswer answer = super.claim(claim);
      if (answer instanceof Short(var shortages)) {
        List<Sku> lacking = shortages.stream().map(Shortage::sku).toList();
        super.claim(
            of(
                claim,
                claim.lines().stream().filter(line -> !lacking.contains(line.sku())).toList()));
      }
      return answer;
    }
  }

  @Mistake(
      value = "a short claim tells the first shortage only",
      caughtBy = "increases_are_all_or_nothing_and_a_short_claim_tells_every_shortage")
  static class StopsAtTheFirstShortage extends BrokenStock {
    @Override
    public ClaimAnswer claim(StockClaim claim) {
      return super.claim(claim) instanceof Short(var shortages)
          ? new Short(shortages.subList(0, 1))
          : new Held();
    }
  }

  @Mistake(
      value = "a short claim uses its revision up",
      caughtBy = "increases_are_all_or_nothing_and_a_short_claim_tells_every_shortage")
  static class RemembersShortClaims extends BrokenStock {
    private final Map<OrderId, Integer> seen = new ConcurrentHashMap<>();

    @Override
    public ClaimAnswer claim(StockClaim claim) {
      Integer before = seen.put(claim.order(), claim.revision());
      return before != null && before >= claim.revision() ? new Held() : super.claim(claim);
    }
  }

  @Mistake(
      value = "each statement is added to what is held",
      caughtBy = {
        "a_claim_states_the_orders_whole_claim",
        "decreases_always_succeed",
        "what_is_available_is_what_is_neither_reserved_nor_gone_and_unknown_skus_have_none"
      })
  static class AddsUp extends BrokenStock {
    private final Map<OrderId, StockClaim> claims = new HashMap<>();

    @Override
    public synchronized ClaimAnswer claim(StockClaim claim) {
      StockClaim before = claims.getOrDefault(claim.order(), of(claim, List.of()));
      boolean late = claims.containsKey(claim.order()) && claim.revision() <= before.revision();
      StockClaim sum = claim.lines().isEmpty() || late ? claim : of(claim, sum(before, claim));
      ClaimAnswer answer = super.claim(sum);
      if (answer instanceof Held && !late) {
        claims.put(claim.order(), sum);
      }
      return answer;
    }

    private static List<StockClaim.Line> sum(StockClaim one, StockClaim other) {
      Map<Sku, StockClaim.Line> lines = new TreeMap<>();
      Stream.of(one, other)
          .flatMap(claim -> claim.lines().stream())
          .forEach(line -> lines.merge(line.sku(), line, AddsUp::plus));
      return List.copyOf(lines.values());
    }

    private static StockClaim.Line plus(StockClaim.Line one, StockClaim.Line other) {
      return new StockClaim.Line(
          one.sku(),
          one.reserved() + other.reserved(),
          one.shipped() + other.shipped(),
          one.restocked() + other.restocked());
    }
  }

  @Mistake(
      value = "a SKU that a claim leaves out stays reserved",
      caughtBy = {"decreases_always_succeed", TOMBSTONE})
  static class KeepsWhatIsLeftOut extends BrokenStock {
    private final Map<OrderId, StockClaim> last = new HashMap<>();

    @Override
    public synchronized ClaimAnswer claim(StockClaim claim) {
      Map<Sku, StockClaim.Line> lines = new TreeMap<>();
      last.getOrDefault(claim.order(), claim).lines().forEach(line -> lines.put(line.sku(), line));
      claim.lines().forEach(line -> lines.put(line.sku(), line));
      StockClaim kept = of(claim, List.copyOf(lines.values()));
      ClaimAnswer answer = super.claim(kept);
      if (answer instanceof Held) {
        last.put(claim.order(), kept);
      }
      return answer;
    }
  }

  @Mistake(
      value = "a smaller claim is held against what is free, not against what the order has",
      caughtBy = {
        "decreases_always_succeed",
        "stating_an_older_or_equal_revision_again_changes_nothing"
      })
  static class RefusesToTakeBack extends BrokenStock {
    @Override
    public ClaimAnswer claim(StockClaim claim) {
      for (StockClaim.Line line : claim.lines()) {
        long free = right.available(Set.of(line.sku())).get(line.sku());
        if (claim.revision() > 1 && line.reserved() > free) {
          return new Short(List.of(new Shortage(line.sku(), line.reserved(), free)));
        }
      }
      return super.claim(claim);
    }
  }

  @Mistake(
      value = "it looks first and takes later, without a lock or a condition",
      caughtBy = "of_many_orders_for_the_last_unit_exactly_one_holds_it")
  static class LooksFirst extends BrokenStock {
    private final Pause pause = new Pause();

    @Override
    public ClaimAnswer claim(StockClaim claim) {
      boolean enough =
          claim.lines().stream()
              .allMatch(line -> line.reserved() <= available(Set.of(line.sku())).get(line.sku()));
      pause.untilSomebodyElseLooks();
      ClaimAnswer truth = super.claim(claim);
      return enough ? new Held() : truth;
    }
  }

  @Mistake(
      value = "shipped units count as still there",
      caughtBy = {
        "a_claim_states_the_orders_whole_claim",
        TOMBSTONE,
        "what_is_available_is_what_is_neither_reserved_nor_gone_and_unknown_skus_have_none"
      })
  static class ForgetsWhatHasLeft extends BrokenStock {
    @Override
    public ClaimAnswer claim(StockClaim claim) {
      return super.claim(
          each(claim, line -> new StockClaim.Line(line.sku(), line.reserved(), 0, 0)));
    }
  }

  @Mistake(
      value = "units that came back are not there again",
      caughtBy =
          "what_is_available_is_what_is_neither_reserved_nor_gone_and_unknown_skus_have_none")
  static class ForgetsWhatCameBack extends BrokenStock {
    @Override
    public ClaimAnswer claim(StockClaim claim) {
      return super.claim(
          each(claim, line -> new StockClaim.Line(line.sku(), line.reserved(), line.shipped(), 0)));
    }
  }

  @Mistake(
      value = "an unknown SKU breaks the look-up of all",
      caughtBy =
          "what_is_available_is_what_is_neither_reserved_nor_gone_and_unknown_skus_have_none")
  static class StumblesOverTheUnknown extends BrokenStock {
    private final Set<Sku> known = ConcurrentHashMap.newKeySet();

    @Override
    public void receive(Sku sku, int units) {
      known.add(sku);
      super.receive(sku, units);
    }

    @Override
    public Map<Sku, Long> available(Set<Sku> skus) {
      if (!known.containsAll(skus)) {
        throw new NoSuchElementException();
      }
      return super.available(skus);
    }
  }

  @Mistake(
      value = "a stock that does not answer is an empty stock",
      caughtBy = "a_missing_answer_is_never_taken_for_a_no")
  static class TakesSilenceForEmptiness extends BrokenStock {
    @Override
    public ClaimAnswer claim(StockClaim claim) {
      try {
        return super.claim(claim);
      } catch (PortUnavailable e) {
        return new Short(
            claim.lines().stream()
                .map(line -> new Shortage(line.sku(), line.reserved(), 0))
                .toList());
      }
    }
  }
}
