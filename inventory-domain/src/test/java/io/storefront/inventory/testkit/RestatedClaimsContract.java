package io.storefront.inventory.testkit;

import static io.storefront.inventory.testkit.StockStage.reserving;
import static io.storefront.inventory.testkit.StockStage.shortOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.storefront.inventory.ClaimOwner;
import io.storefront.inventory.ClaimedLine;
import io.storefront.inventory.Shortage;
import io.storefront.inventory.Sku;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** The part of {@link StockItemsContract} on claims that are stated again. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
public interface RestatedClaimsContract extends StockStage {

  @Test
  default void an_increase_counts_only_the_units_that_are_not_held_yet() {
    Sku tea = stocked(5);
    ClaimOwner owner = Fresh.owner();
    claim(owner, 1, reserving(tea, 4));
    assertThat(claim(owner, 2, reserving(tea, 5))).isEqualTo(HELD);
    assertThat(claim(owner, 3, reserving(tea, 7))).isEqualTo(shortOf(new Shortage(tea, 2, 0)));
    assertLevel(tea, 5, 5);
  }

  @Test
  default void a_short_increase_leaves_the_claim_as_it_was() {
    List<Sku> skus = stocked(5, 2);
    ClaimOwner owner = Fresh.owner();
    ClaimedLine first = reserving(skus.getFirst(), 4);
    claim(owner, 1, first);
    claim(owner, 2, reserving(skus.getFirst(), 1), reserving(skus.getLast(), 6));
    assertClaim(owner, 1, first);
    assertLevel(skus.getFirst(), 5, 4);
    assertLevel(skus.getLast(), 5, 0);
  }

  @Test
  default void a_decrease_always_succeeds() {
    Sku tea = stocked(5);
    ClaimOwner owner = Fresh.owner();
    claim(owner, 1, reserving(tea, 5));
    assertThat(claim(owner, 2, reserving(tea, 2))).isEqualTo(HELD);
    assertLevel(tea, 5, 2);
    assertThat(claim(owner, 3, reserving(tea, 0))).isEqualTo(HELD);
    assertLevel(tea, 5, 0);
    assertClaim(owner, 3, reserving(tea, 0));
  }

  @Test
  default void stating_an_older_or_equal_revision_again_changes_nothing() {
    Sku tea = stocked(5);
    ClaimOwner owner = Fresh.owner();
    ClaimedLine shipped = new ClaimedLine(tea, 1, 2, 1);
    claim(owner, 2, shipped);
    assertThat(claim(owner, 2, reserving(tea, 5))).isEqualTo(HELD);
    assertThat(claim(owner, 1, reserving(tea, 99))).isEqualTo(HELD);
    assertThat(claim(owner, 1)).isEqualTo(HELD);
    assertClaim(owner, 2, shipped);
    assertLevel(tea, 4, 1);
  }

  @Test
  default void an_empty_claim_releases_everything_and_keeps_its_revision() {
    List<Sku> skus = stocked(5, 2);
    ClaimOwner owner = Fresh.owner();
    claim(owner, 1, reserving(skus.getFirst(), 4), reserving(skus.getLast(), 5));
    assertThat(claim(owner, 3)).isEqualTo(HELD);
    assertLevel(skus.getFirst(), 5, 0);
    assertLevel(skus.getLast(), 5, 0);
    assertThat(claim(owner, 2, reserving(skus.getFirst(), 1))).isEqualTo(HELD);
    assertLevel(skus.getFirst(), 5, 0);
    assertClaim(owner, 3, reserving(skus.getFirst(), 0), reserving(skus.getLast(), 0));
  }

  @Test
  default void an_empty_claim_that_comes_first_keeps_later_older_claims_out() {
    Sku tea = stocked(5);
    ClaimOwner owner = Fresh.owner();
    assertThat(claim(owner, 2)).isEqualTo(HELD);
    assertClaim(owner, 2);
    assertThat(claim(owner, 1, reserving(tea, 5))).isEqualTo(HELD);
    assertLevel(tea, 5, 0);
    assertClaim(owner, 2);
  }

  @Test
  default void shipping_consumes_reserved_units() {
    Sku tea = stocked(5);
    ClaimOwner owner = Fresh.owner();
    claim(owner, 1, reserving(tea, 5));
    assertThat(claim(owner, 2, new ClaimedLine(tea, 2, 3, 0))).isEqualTo(HELD);
    assertLevel(tea, 2, 2);
    assertClaim(owner, 2, new ClaimedLine(tea, 2, 3, 0));
  }

  @Test
  default void restocking_returns_units_to_what_is_available() {
    Sku tea = stocked(3);
    ClaimOwner owner = Fresh.owner();
    claim(owner, 1, reserving(tea, 3));
    claim(owner, 2, new ClaimedLine(tea, 0, 3, 0));
    assertLevel(tea, 0, 0);
    assertThat(claim(owner, 3, new ClaimedLine(tea, 0, 3, 2))).isEqualTo(HELD);
    assertLevel(tea, 2, 0);
    assertThat(claim(Fresh.owner(), 1, reserving(tea, 2))).isEqualTo(HELD);
  }

  @Test
  default void a_sku_missing_from_a_restated_claim_is_released_and_keeps_its_history() {
    List<Sku> skus = stocked(5, 2);
    ClaimOwner owner = Fresh.owner();
    ClaimedLine other = reserving(skus.getLast(), 1);
    claim(owner, 1, new ClaimedLine(skus.getFirst(), 2, 2, 1), other);
    assertLevel(skus.getFirst(), 4, 2);
    assertThat(claim(owner, 2, other)).isEqualTo(HELD);
    assertLevel(skus.getFirst(), 4, 0);
    assertClaim(owner, 2, new ClaimedLine(skus.getFirst(), 0, 2, 1), other);
  }

  @Test
  default void shipped_and_restocked_never_go_backwards() {
    Sku tea = stocked(5);
    ClaimOwner owner = Fresh.owner();
    ClaimedLine shipped = new ClaimedLine(tea, 1, 3, 2);
    claim(owner, 1, shipped);
    for (ClaimedLine line : List.of(new ClaimedLine(tea, 1, 2, 2), new ClaimedLine(tea, 1, 3, 1))) {
      assertThatIllegalArgumentException().isThrownBy(() -> claim(owner, 2, line));
    }
    assertClaim(owner, 1, shipped);
    assertLevel(tea, 4, 1);
  }
}
