package io.storefront.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class StockTest {
  private static final Sku TEA = new Sku("TEA-01");

  @Test
  void available_is_what_is_on_hand_and_not_reserved() {
    assertThat(new StockLevel(TEA, 10, 4).available()).isEqualTo(6);
    assertThat(StockLevel.none(TEA)).isEqualTo(new StockLevel(TEA, 0, 0));
  }

  @Test
  void reserved_units_are_on_hand() {
    assertThat(new StockLevel(TEA, 4, 4).available()).isZero();
    assertThatIllegalArgumentException().isThrownBy(() -> new StockLevel(TEA, 4, 5));
    assertThatIllegalArgumentException().isThrownBy(() -> new StockLevel(TEA, 4, -1));
  }

  @Test
  void a_movement_takes_no_more_than_is_available() {
    StockLevel level = new StockLevel(TEA, 10, 4);
    assertThat(level.after(new StockMovement(TEA, 6, 0))).isEqualTo(new StockLevel(TEA, 10, 10));
    assertThat(level.after(new StockMovement(TEA, -4, -3))).isEqualTo(new StockLevel(TEA, 7, 0));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> level.after(new StockMovement(TEA, 7, 0)));
  }

  @ParameterizedTest
  @CsvSource({"-1,0,0", "0,-1,0", "0,0,-1", "0,1,2"})
  void a_line_counts_from_zero_and_restocks_no_more_than_it_shipped(
      int reserved, int shipped, int restocked) {
    assertThat(new ClaimedLine(TEA, 0, 2, 2).restocked()).isEqualTo(2);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ClaimedLine(TEA, reserved, shipped, restocked));
  }

  @Test
  void a_claim_has_a_product_once_at_most_and_a_revision_from_1() {
    ClaimOwner owner = new ClaimOwner("order-1");
    ClaimedLine line = ClaimedLine.reserving(TEA, 1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new StockClaim(owner, 1, List.of(line, line)))
        .withMessage("a sku must stand on one line at most");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new StockClaim(owner, 0, List.of(line)))
        .withMessage("revision must be at least 1");
  }

  @ParameterizedTest
  @ValueSource(ints = {-1_000_000_000, -1, 1, 1_000_000_000})
  void an_adjustment_is_of_up_to_a_thousand_million_units(int quantity) {
    assertThat(adjustment(quantity, "COUNTED", Optional.empty()).quantity()).isEqualTo(quantity);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1_000_000_001, 0, 1_000_000_001, Integer.MIN_VALUE, Integer.MAX_VALUE})
  void an_adjustment_is_of_no_other_quantity(int quantity) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> adjustment(quantity, "COUNTED", Optional.empty()))
        .withMessage("quantity must be -1000000000 to 1000000000 and not 0");
  }

  @Test
  void a_reason_has_1_to_100_characters_and_a_note_at_most_500() {
    Optional<String> longest = Optional.of("🍵".repeat(500));
    assertThat(adjustment(1, "🍵".repeat(100), longest).note()).isEqualTo(longest);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> adjustment(1, "", Optional.empty()))
        .withMessage("reason must not be blank");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> adjustment(1, "🍵".repeat(101), Optional.empty()))
        .withMessage("reason must have at most 100 characters");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> adjustment(1, "COUNTED", Optional.of("🍵".repeat(501))))
        .withMessage("note must have at most 500 characters");
  }

  @ParameterizedTest
  @CsvSource({
    "5, RECEIVED, RECEIVED",
    "-5, RECEIVED, ADJUSTED",
    "5, COUNTED, ADJUSTED",
    "-5, COUNTED, ADJUSTED"
  })
  void the_ledger_tells_goods_received_from_corrections(
      int quantity, String reason, LedgerKind kind) {
    assertThat(adjustment(quantity, reason, Optional.empty()).ledgerEntry())
        .isEqualTo(new LedgerEntry(TEA, kind, quantity));
  }

  @Test
  void only_corrections_are_negative_in_the_ledger_and_nothing_is_zero() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new LedgerEntry(TEA, LedgerKind.CLAIMED, -1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new LedgerEntry(TEA, LedgerKind.ADJUSTED, 0));
  }

  @Test
  void a_level_that_restocks_have_raised_above_the_limit_can_still_be_adjusted_downwards() {
    StockLevel over = new StockLevel(TEA, StockLevel.MAX_ON_HAND + 5, 0);
    assertThat(adjustment(-1, "COUNTED", Optional.empty()).risesAboveLimit(over)).isFalse();
    assertThat(adjustment(1, "COUNTED", Optional.empty()).risesAboveLimit(over)).isTrue();
  }

  private static Adjustment adjustment(int quantity, String reason, Optional<String> note) {
    AdjustmentId id = new AdjustmentId("adj_0198f2c4-7d1e-7b3a-9c55-2f1f6f0a8a11");
    return new Adjustment(id, TEA, quantity, reason, note, Instant.EPOCH);
  }
}
