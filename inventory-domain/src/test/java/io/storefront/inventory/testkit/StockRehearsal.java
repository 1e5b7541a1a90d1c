package io.storefront.inventory.testkit;

import static io.storefront.inventory.testkit.StockStage.HELD;
import static org.assertj.core.api.Assertions.assertThat;

import io.storefront.inventory.ClaimOwner;
import io.storefront.inventory.ClaimedLine;
import io.storefront.inventory.Shortage;
import io.storefront.inventory.Sku;
import io.storefront.inventory.StockClaim;
import io.storefront.inventory.StockLevel;
import io.storefront.inventory.port.AdjustAnswer;
import io.storefront.inventory.port.ClaimAnswer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Plays acts on products and owners of its own. It keeps books in its own way, by what each owner
 * has taken out of the available units, and holds the storage against them after every act.
 */
final class StockRehearsal {
  private final StockStage stage;
  private final List<Sku> skus;
  private final List<ClaimOwner> owners;
  private final Map<Sku, Long> adjusted = new HashMap<>();
  private final Map<ClaimOwner, Integer> revisions = new HashMap<>();
  private final Map<ClaimOwner, Map<Sku, ClaimedLine>> claimed = new HashMap<>();

  StockRehearsal(StockStage stage) {
    this.stage = stage;
    skus = IntStream.range(0, StockActs.PRODUCTS).mapToObj(i -> stage.unstocked()).toList();
    owners = Stream.generate(Fresh::owner).limit(StockActs.OWNERS).toList();
    owners.forEach(owner -> claimed.put(owner, new TreeMap<>()));
  }

  void play(StockAct act) {
    switch (act) {
      case StockAct.Adjust(int product, int quantity) -> adjust(skus.get(product), quantity);
      case StockAct.Claim claim -> claim(claim.by(owners.get(claim.owner()), skus));
    }
    skus.forEach(this::assertBooksOf);
    owners.forEach(this::assertClaimOf);
  }

  private void adjust(Sku sku, int quantity) {
    AdjustAnswer answer = stage.adjust(sku, quantity);
    if (availableOf(sku) + quantity < 0) {
      assertThat(answer).isInstanceOf(AdjustAnswer.BelowReserved.class);
    } else {
      assertThat(answer).isInstanceOf(AdjustAnswer.Adjusted.class);
      adjusted.merge(sku, (long) quantity, Long::sum);
    }
  }

  private void claim(StockClaim claim) {
    ClaimAnswer answer = stage.stock().claim(claim);
    if (claim.revision() <= revisions.getOrDefault(claim.owner(), 0)) {
      assertThat(answer).isEqualTo(HELD);
      return;
    }
    Map<Sku, ClaimedLine> next = restated(claim);
    List<Shortage> shortages = shortagesOf(claimed.get(claim.owner()), next);
    assertThat(answer).isEqualTo(shortages.isEmpty() ? HELD : new ClaimAnswer.Short(shortages));
    if (shortages.isEmpty()) {
      claimed.put(claim.owner(), next);
      revisions.put(claim.owner(), claim.revision());
    }
  }

  private Map<Sku, ClaimedLine> restated(StockClaim claim) {
    Map<Sku, ClaimedLine> next = new TreeMap<>();
    claimed
        .get(claim.owner())
        .forEach(
            (sku, line) ->
                next.put(sku, new ClaimedLine(sku, 0, line.shipped(), line.restocked())));
    claim.lines().forEach(line -> next.put(line.sku(), line));
    return next;
  }

  private List<Shortage> shortagesOf(Map<Sku, ClaimedLine> before, Map<Sku, ClaimedLine> after) {
    return after.keySet().stream()
        .map(sku -> new Shortage(sku, takenBy(after, sku) - takenBy(before, sku), availableOf(sku)))
        .filter(line -> line.requested() > Math.max(0, line.available()))
        .toList();
  }

  private static long takenBy(Map<Sku, ClaimedLine> claim, Sku sku) {
    ClaimedLine line = claim.getOrDefault(sku, ClaimedLine.reserving(sku, 0));
    return (long) line.reserved() + line.shipped() - line.restocked();
  }

  private long availableOf(Sku sku) {
    long taken = claimed.values().stream().mapToLong(claim -> takenBy(claim, sku)).sum();
    return adjusted.getOrDefault(sku, 0L) - taken;
  }

  private void assertBooksOf(Sku sku) {
    StockLevel level = stage.stock().level(sku).orElseThrow();
    long reserved =
        claimed.values().stream()
            .flatMap(claim -> Stream.ofNullable(claim.get(sku)))
            .mapToLong(ClaimedLine::reserved)
            .sum();
    assertThat(level.available()).as("available of %s", sku).isEqualTo(availableOf(sku));
    assertThat(level.reserved()).as("reserved of %s", sku).isEqualTo(reserved);
  }

  private void assertClaimOf(ClaimOwner owner) {
    Optional<StockClaim> expected =
        Optional.ofNullable(revisions.get(owner))
            .map(
                revision ->
                    new StockClaim(owner, revision, List.copyOf(claimed.get(owner).values())));
    assertThat(stage.stock().claimOf(owner)).isEqualTo(expected);
  }
}
