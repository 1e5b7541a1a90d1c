package io.storefront.inventory.usecase;

import static io.storefront.inventory.testkit.ProductBuilder.aProduct;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.storefront.inventory.ClaimOwner;
import io.storefront.inventory.ClaimedLine;
import io.storefront.inventory.PortUnavailable;
import io.storefront.inventory.Receipt;
import io.storefront.inventory.Shortage;
import io.storefront.inventory.Sku;
import io.storefront.inventory.StockClaim;
import io.storefront.inventory.StockLevel;
import io.storefront.inventory.usecase.ClaimStock.Outcome;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ClaimStockTest {
  private static final Sku TEA = new Sku("TEA-01");
  private static final ClaimOwner ORDER = new ClaimOwner("order-1");

  private final InventoryStage stage = new InventoryStage();

  @BeforeEach
  void receive_five_units() {
    stage.products.holding(aProduct().withSku(TEA).build());
    stage
        .useCases()
        .adjustStock()
        .adjust(new AdjustStock.Command(TEA, 5, "RECEIVED", Optional.empty(), Receipt.none()));
  }

  @Test
  void an_order_can_have_what_is_available() {
    assertThat(claim(1, 5)).isEqualTo(new Outcome.Held());
    assertThat(stage.stock.level(TEA)).contains(new StockLevel(TEA, 5, 5));
  }

  @Test
  void an_order_cannot_have_more_and_is_told_the_numbers() {
    assertThat(claim(1, 6)).isEqualTo(new Outcome.Short(List.of(new Shortage(TEA, 6, 5))));
    assertThat(stage.stock.level(TEA)).contains(new StockLevel(TEA, 5, 0));
  }

  @Test
  void the_owners_later_word_stands() {
    claim(2, 1);
    assertThat(claim(1, 5)).isEqualTo(new Outcome.Held());
    assertThat(stage.stock.level(TEA)).contains(new StockLevel(TEA, 5, 1));
  }

  @Test
  void a_lost_answer_is_settled_by_stating_the_claim_again() {
    stage.stock.loseNextAnswer();
    assertThatExceptionOfType(PortUnavailable.class).isThrownBy(() -> claim(1, 5));
    assertThat(claim(1, 5)).isEqualTo(new Outcome.Held());
    assertThat(stage.stock.level(TEA)).contains(new StockLevel(TEA, 5, 5));
  }

  private Outcome claim(int revision, int units) {
    List<ClaimedLine> lines = List.of(ClaimedLine.reserving(TEA, units));
    return stage.useCases().claimStock().claim(new StockClaim(ORDER, revision, lines));
  }
}
