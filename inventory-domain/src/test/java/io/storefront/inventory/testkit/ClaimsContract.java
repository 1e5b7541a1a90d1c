package io.storefront.inventory.testkit;

import static io.storefront.inventory.testkit.StockStage.reserving;
import static io.storefront.inventory.testkit.StockStage.shortOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.storefront.inventory.ClaimOwner;
import io.storefront.inventory.Shortage;
import io.storefront.inventory.Sku;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** The part of {@link StockItemsContract} on an owner's first claim. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
public interface ClaimsContract extends StockStage {

  @Test
  default void a_claim_within_what_is_available_is_held_and_reserves_it() {
    List<Sku> skus = stocked(5, 2);
    assertThat(claim(Fresh.owner(), 1, reserving(skus.getFirst(), 2), reserving(skus.getLast(), 5)))
        .isEqualTo(HELD);
    assertThat(claim(Fresh.owner(), 1, reserving(skus.getFirst(), 3))).isEqualTo(HELD);
    assertLevel(skus.getFirst(), 5, 5);
    assertLevel(skus.getLast(), 5, 5);
  }

  @Test
  default void a_held_claim_is_read_back_as_it_was_stated() {
    List<Sku> skus = stocked(5, 3);
    ClaimOwner owner = Fresh.owner();
    claim(owner, 7, reserving(skus.getLast(), 1), reserving(skus.getFirst(), 2));
    assertClaim(owner, 7, reserving(skus.getFirst(), 2), reserving(skus.getLast(), 1));
  }

  @Test
  default void an_owner_that_never_claimed_has_no_claim() {
    assertThat(stock().claimOf(Fresh.owner())).isEmpty();
  }

  @Test
  default void a_claim_for_more_than_is_available_is_short_and_changes_nothing() {
    List<Sku> skus = stocked(5, 2);
    ClaimOwner owner = Fresh.owner();
    claim(Fresh.owner(), 1, reserving(skus.getLast(), 1));
    assertThat(claim(owner, 1, reserving(skus.getFirst(), 5), reserving(skus.getLast(), 5)))
        .isEqualTo(shortOf(new Shortage(skus.getLast(), 5, 4)));
    assertLevel(skus.getFirst(), 5, 0);
    assertLevel(skus.getLast(), 5, 1);
    assertThat(stock().claimOf(owner)).isEmpty();
  }

  @Test
  default void a_short_claim_names_every_short_sku_with_its_numbers() {
    List<Sku> skus = stocked(5, 3);
    assertThat(
            claim(
                Fresh.owner(),
                1,
                reserving(skus.get(2), 9),
                reserving(skus.get(1), 5),
                reserving(skus.get(0), 6)))
        .isEqualTo(shortOf(new Shortage(skus.get(0), 6, 5), new Shortage(skus.get(2), 9, 5)));
  }

  @Test
  default void a_claim_for_an_unknown_sku_is_short_with_nothing_available() {
    Sku unknown = Fresh.sku();
    Sku unstocked = unstocked();
    assertThat(claim(Fresh.owner(), 1, reserving(unknown, 2)))
        .isEqualTo(shortOf(new Shortage(unknown, 2, 0)));
    assertThat(claim(Fresh.owner(), 1, reserving(unstocked, 2)))
        .isEqualTo(shortOf(new Shortage(unstocked, 2, 0)));
    assertThat(stock().level(unknown)).isEmpty();
  }

  @Test
  default void a_short_claim_does_not_advance_the_revision() {
    Sku tea = stocked(1);
    ClaimOwner owner = Fresh.owner();
    claim(owner, 3, reserving(tea, 2));
    assertThat(claim(owner, 1, reserving(tea, 1))).isEqualTo(HELD);
    claim(owner, 2, reserving(tea, 2));
    assertClaim(owner, 1, reserving(tea, 1));
    adjust(tea, 1);
    assertThat(claim(owner, 2, reserving(tea, 2))).isEqualTo(HELD);
    assertLevel(tea, 2, 2);
  }
}
