package io.storefront.inventory.usecase;

import static io.storefront.inventory.testkit.ProductBuilder.aProduct;
import static io.storefront.inventory.usecase.InventoryStage.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.storefront.inventory.Adjustment;
import io.storefront.inventory.AdjustmentId;
import io.storefront.inventory.ClaimOwner;
import io.storefront.inventory.ClaimedLine;
import io.storefront.inventory.PortUnavailable;
import io.storefront.inventory.Receipt;
import io.storefront.inventory.Sku;
import io.storefront.inventory.StockClaim;
import io.storefront.inventory.StockLevel;
import io.storefront.inventory.testkit.RequestEnclosure;
import io.storefront.inventory.usecase.AdjustStock.Command;
import io.storefront.inventory.usecase.AdjustStock.Outcome.AboveLimit;
import io.storefront.inventory.usecase.AdjustStock.Outcome.Adjusted;
import io.storefront.inventory.usecase.AdjustStock.Outcome.BelowReserved;
import io.storefront.inventory.usecase.AdjustStock.Outcome.RequestTaken;
import io.storefront.inventory.usecase.AdjustStock.Outcome.UnknownSku;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class AdjustStockTest {
  private static final Sku TEA = new Sku("TEA-01");
  private static final Optional<String> NOTE = Optional.of("PO 4711");

  private final InventoryStage stage = new InventoryStage();
  private final AdjustStock adjustStock = stage.useCases().adjustStock();

  @BeforeEach
  void put_the_product() {
    stage.products.holding(aProduct().withSku(TEA).build());
  }

  @Test
  void goods_received_are_on_hand_and_the_answer_tells_the_resulting_level() {
    AdjustmentId id = new AdjustmentId("adj_00000000-0000-7000-8000-000000000001");
    StockLevel level = new StockLevel(TEA, 100, 0);
    assertThat(adjust(100))
        .isEqualTo(new Adjusted(new Adjustment(id, TEA, 100, "RECEIVED", NOTE, NOW), level));
    assertThat(stage.stock.level(TEA)).contains(level);
  }

  @Test
  void the_receipt_seals_what_is_answered() {
    List<Adjusted> sealed = new ArrayList<>();
    Receipt<Adjusted> receipt =
        adjusted -> {
          sealed.add(adjusted);
          return new RequestEnclosure("r1");
        };
    assertThat(adjustStock.adjust(new Command(TEA, 1, "COUNTED", NOTE, receipt)))
        .isEqualTo(sealed.getFirst());
    assertThat(sealed).hasSize(1);
  }

  @Test
  void a_request_that_was_done_before_changes_nothing() {
    Receipt<Adjusted> receipt = adjusted -> new RequestEnclosure("r1");
    Command command = new Command(TEA, 1, "COUNTED", NOTE, receipt);
    adjustStock.adjust(command);
    assertThat(adjustStock.adjust(command)).isEqualTo(new RequestTaken());
    assertThat(stage.stock.level(TEA)).contains(new StockLevel(TEA, 1, 0));
  }

  @Test
  void an_unknown_sku_has_no_stock() {
    Command command = new Command(new Sku("tea-01"), 1, "COUNTED", NOTE, Receipt.none());
    assertThat(adjustStock.adjust(command)).isEqualTo(new UnknownSku());
  }

  @Test
  void what_is_reserved_is_never_taken() {
    adjust(10);
    stage.stock.claim(
        new StockClaim(new ClaimOwner("order-1"), 1, List.of(ClaimedLine.reserving(TEA, 4))));
    assertThat(adjust(-7)).isEqualTo(new BelowReserved(new StockLevel(TEA, 10, 4)));
    assertThat(adjust(-6)).isInstanceOf(Adjusted.class);
  }

  @Test
  void nothing_is_received_above_the_limit() {
    for (int i = 0; i < 10; i++) {
      assertThat(adjust(1_000_000_000)).isInstanceOf(Adjusted.class);
    }
    assertThat(adjust(1)).isEqualTo(new AboveLimit(new StockLevel(TEA, 10_000_000_000L, 0)));
  }

  @Test
  void a_storage_without_an_answer_is_told_as_such() {
    stage.stock.goAway();
    assertThatExceptionOfType(PortUnavailable.class).isThrownBy(() -> adjust(1));
  }

  @Test
  void a_command_that_could_never_be_done_cannot_be_given() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Command(TEA, 0, "COUNTED", NOTE, Receipt.none()));
  }

  private AdjustStock.Outcome adjust(int quantity) {
    return adjustStock.adjust(new Command(TEA, quantity, "RECEIVED", NOTE, Receipt.none()));
  }
}
