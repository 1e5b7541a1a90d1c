package io.storefront.inventory;

import static io.storefront.inventory.LedgerKind.CLAIMED;
import static io.storefront.inventory.LedgerKind.RELEASED;
import static io.storefront.inventory.LedgerKind.RESTOCKED;
import static io.storefront.inventory.LedgerKind.SHIPPED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ClaimChangeTest {
  private static final ClaimOwner OWNER = new ClaimOwner("order-1");
  private static final Sku A = new Sku("A");
  private static final Sku B = new Sku("B");
  private static final Sku LOWER = new Sku("a");

  @Test
  void a_first_claim_reserves_all_of_it() {
    ClaimChange change = ClaimChange.between(Optional.empty(), claim(1, line(A, 2, 0, 0)));
    assertThat(change.advances()).isTrue();
    assertThat(change.next()).isEqualTo(claim(1, line(A, 2, 0, 0)));
    assertThat(change.movements()).containsExactly(new StockMovement(A, 2, 0));
    assertThat(change.entries()).containsExactly(new LedgerEntry(A, CLAIMED, 2));
  }

  @Test
  void movements_and_entries_come_in_byte_order() {
    ClaimChange change =
        ClaimChange.between(
            Optional.empty(), claim(1, line(LOWER, 1, 0, 0), line(B, 2, 0, 0), line(A, 3, 0, 0)));
    assertThat(change.movements()).extracting(StockMovement::sku).containsExactly(A, B, LOWER);
    assertThat(change.entries()).extracting(LedgerEntry::sku).containsExactly(A, B, LOWER);
    assertThat(change.next().lines()).extracting(ClaimedLine::sku).containsExactly(A, B, LOWER);
  }

  @Test
  void a_shipment_takes_reserved_units_off_both_counters() {
    ClaimChange change = between(line(A, 5, 0, 0), line(A, 2, 3, 0));
    assertThat(change.movements()).containsExactly(new StockMovement(A, -3, -3));
    assertThat(change.entries()).containsExactly(new LedgerEntry(A, SHIPPED, 3));
  }

  @Test
  void a_release_gives_reserved_units_free() {
    ClaimChange change = between(line(A, 5, 0, 0), line(A, 2, 0, 0));
    assertThat(change.movements()).containsExactly(new StockMovement(A, -3, 0));
    assertThat(change.entries()).containsExactly(new LedgerEntry(A, RELEASED, 3));
  }

  @Test
  void a_restock_puts_units_back_on_hand() {
    ClaimChange change = between(line(A, 0, 3, 1), line(A, 0, 3, 3));
    assertThat(change.movements()).containsExactly(new StockMovement(A, 0, 2));
    assertThat(change.entries()).containsExactly(new LedgerEntry(A, RESTOCKED, 2));
  }

  @Test
  void units_shipped_beyond_those_reserved_are_claimed_in_the_same_breath() {
    ClaimChange change = between(line(A, 1, 0, 0), line(A, 1, 2, 1));
    assertThat(change.movements()).containsExactly(new StockMovement(A, 0, -1));
    assertThat(change.entries())
        .containsExactly(
            new LedgerEntry(A, CLAIMED, 2),
            new LedgerEntry(A, SHIPPED, 2),
            new LedgerEntry(A, RESTOCKED, 1));
  }

  @Test
  void units_that_ship_while_others_are_released_are_told_apart() {
    ClaimChange change = between(line(A, 5, 0, 0), line(A, 0, 2, 0));
    assertThat(change.movements()).containsExactly(new StockMovement(A, -5, -2));
    assertThat(change.entries())
        .containsExactly(new LedgerEntry(A, SHIPPED, 2), new LedgerEntry(A, RELEASED, 3));
  }

  @Test
  void a_product_whose_counters_stay_does_not_move() {
    ClaimChange change = between(line(A, 5, 1, 0), line(A, 5, 1, 0));
    assertThat(change.advances()).isTrue();
    assertThat(change.movements()).isEmpty();
    assertThat(change.entries()).isEmpty();
  }

  @Test
  void a_product_that_is_left_out_is_released_and_keeps_its_history() {
    ClaimChange change =
        ClaimChange.between(Optional.of(claim(1, line(A, 2, 3, 1))), claim(2, line(B, 1, 0, 0)));
    assertThat(change.next()).isEqualTo(claim(2, line(A, 0, 3, 1), line(B, 1, 0, 0)));
    assertThat(change.movements())
        .containsExactly(new StockMovement(A, -2, 0), new StockMovement(B, 1, 0));
  }

  @Test
  void an_older_or_equal_revision_changes_nothing_even_if_it_counts_less() {
    StockClaim stored = claim(3, line(A, 2, 3, 1));
    for (int revision : new int[] {2, 3}) {
      ClaimChange change =
          ClaimChange.between(Optional.of(stored), claim(revision, line(A, 9, 0, 0)));
      assertThat(change).isEqualTo(new ClaimChange(false, stored, List.of(), List.of()));
    }
  }

  @Test
  void shipped_and_restocked_never_go_backwards() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> between(line(A, 0, 3, 1), line(A, 0, 2, 1)))
        .withMessage("shipped and restocked must not go backwards: A");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> between(line(A, 0, 3, 1), line(A, 0, 3, 0)));
  }

  @Test
  void claims_of_two_owners_do_not_follow_each_other() {
    StockClaim other = StockClaim.tombstone(new ClaimOwner("order-2"), 1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ClaimChange.between(Optional.of(other), claim(2)))
        .withMessage("both claims must have the same owner");
  }

  @Test
  void what_lacks_is_told_with_what_was_asked_beyond_what_is_held() {
    StockClaim before = claim(1, line(A, 2, 0, 0), line(B, 5, 0, 0));
    StockClaim after = claim(2, line(A, 6, 0, 0), line(B, 1, 0, 0), line(LOWER, 1, 0, 0));
    ClaimChange change = ClaimChange.between(Optional.of(before), after);
    Map<Sku, StockLevel> levels = Map.of(A, new StockLevel(A, 5, 2), B, new StockLevel(B, 5, 5));
    assertThat(change.shortagesAt(levels))
        .containsExactly(new Shortage(A, 4, 3), new Shortage(LOWER, 1, 0));
  }

  @Test
  void what_is_exactly_available_does_not_lack() {
    ClaimChange change = between(line(A, 2, 0, 0), line(A, 6, 0, 0));
    assertThat(change.shortagesAt(Map.of(A, new StockLevel(A, 6, 2)))).isEmpty();
  }

  private static ClaimChange between(ClaimedLine before, ClaimedLine after) {
    return ClaimChange.between(Optional.of(claim(1, before)), claim(2, after));
  }

  private static StockClaim claim(int revision, ClaimedLine... lines) {
    return new StockClaim(OWNER, revision, List.of(lines));
  }

  private static ClaimedLine line(Sku sku, int reserved, int shipped, int restocked) {
    return new ClaimedLine(sku, reserved, shipped, restocked);
  }
}
