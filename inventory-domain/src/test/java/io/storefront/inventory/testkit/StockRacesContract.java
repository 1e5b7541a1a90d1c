package io.storefront.inventory.testkit;

import static io.storefront.inventory.testkit.StockStage.anAdjustment;
import static io.storefront.inventory.testkit.StockStage.reserving;
import static io.storefront.inventory.testkit.StockStage.shortOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.storefront.inventory.ClaimOwner;
import io.storefront.inventory.Enclosure;
import io.storefront.inventory.Shortage;
import io.storefront.inventory.Sku;
import io.storefront.inventory.port.AdjustAnswer;
import io.storefront.inventory.port.ClaimAnswer;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** The part of {@link StockItemsContract} on threads that meet. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
public interface StockRacesContract extends StockStage {
  int RUNNERS = 8;
  int ROUNDS = 10;

  @Test
  default void the_last_unit_goes_to_exactly_one_of_many_racing_owners() {
    for (int round = 0; round < ROUNDS; round++) {
      Sku tea = stocked(1);
      List<ClaimOwner> owners = Stream.generate(Fresh::owner).limit(RUNNERS).toList();
      List<ClaimAnswer> answers =
          Race.of(RUNNERS, runner -> () -> claim(owners.get(runner), 1, reserving(tea, 1)));
      assertThat(answers)
          .containsOnlyOnce(HELD)
          .containsOnly(HELD, shortOf(new Shortage(tea, 1, 0)));
      assertClaim(owners.get(answers.indexOf(HELD)), 1, reserving(tea, 1));
      assertLevel(tea, 1, 1);
    }
  }

  @Test
  default void claims_over_the_same_skus_in_opposite_orders_never_block_each_other() {
    List<Sku> skus = stocked(RUNNERS * ROUNDS, 2);
    for (int round = 0; round < ROUNDS; round++) {
      assertThat(
              Race.of(
                  RUNNERS,
                  runner ->
                      () ->
                          claim(
                              Fresh.owner(),
                              1,
                              reserving(skus.get(runner % 2), 1),
                              reserving(skus.get(1 - runner % 2), 1))))
          .containsOnly(HELD);
    }
    assertLevel(skus.getFirst(), RUNNERS * ROUNDS, RUNNERS * ROUNDS);
    assertLevel(skus.getLast(), RUNNERS * ROUNDS, RUNNERS * ROUNDS);
  }

  @Test
  default void the_same_claim_stated_at_once_by_many_is_made_once() {
    Sku tea = stocked(RUNNERS * 2);
    ClaimOwner owner = Fresh.owner();
    assertThat(Race.of(RUNNERS, runner -> () -> claim(owner, 1, reserving(tea, 2))))
        .containsOnly(HELD);
    assertLevel(tea, RUNNERS * 2, 2);
  }

  @Test
  default void revisions_that_race_end_with_the_highest() {
    for (int round = 0; round < ROUNDS; round++) {
      Sku tea = stocked(RUNNERS * 2);
      ClaimOwner owner = Fresh.owner();
      assertThat(
              Race.of(
                  RUNNERS,
                  runner -> () -> claim(owner, runner + 1, reserving(tea, RUNNERS * 2 - runner))))
          .containsOnly(HELD);
      assertClaim(owner, RUNNERS, reserving(tea, RUNNERS + 1));
      assertLevel(tea, RUNNERS * 2, RUNNERS + 1);
    }
  }

  @Test
  default void of_adjustments_racing_for_the_same_request_exactly_one_is_made() {
    Sku tea = unstocked();
    Enclosure enclosure = enclosing(Fresh.request());
    List<AdjustAnswer> answers =
        Race.of(RUNNERS, runner -> () -> stock().adjust(anAdjustment(tea, 5), level -> enclosure));
    AdjustAnswer adjusted = StockStage.adjustedTo(tea, 5, 0);
    assertThat(answers)
        .containsOnlyOnce(adjusted)
        .containsOnly(adjusted, new AdjustAnswer.RequestTaken());
    assertLevel(tea, 5, 0);
  }

  @Test
  default void adjustments_and_claims_that_race_never_lose_a_unit() {
    Sku tea = stocked(1);
    List<Long> moved =
        Race.of(
            RUNNERS, runner -> () -> runner % 2 == 0 ? adjustManyTimes(tea) : claimManyTimes(tea));
    long adjusted = 0;
    long claimed = 0;
    for (int runner = 0; runner < RUNNERS; runner += 2) {
      adjusted += moved.get(runner);
      claimed += moved.get(runner + 1);
    }
    assertLevel(tea, 1 + adjusted, claimed);
  }

  /** How many units the adjustments that were not refused have added. */
  private long adjustManyTimes(Sku sku) {
    long added = 0;
    for (int i = 0; i < ROUNDS; i++) {
      int quantity = i % 3 == 2 ? -1 : 1;
      added += adjust(sku, quantity) instanceof AdjustAnswer.Adjusted ? quantity : 0;
    }
    return added;
  }

  /** How many units the claims that were held have reserved. */
  private long claimManyTimes(Sku sku) {
    long reserved = 0;
    for (int i = 0; i < ROUNDS; i++) {
      reserved += claim(Fresh.owner(), 1, reserving(sku, 1)).equals(HELD) ? 1 : 0;
    }
    return reserved;
  }
}
