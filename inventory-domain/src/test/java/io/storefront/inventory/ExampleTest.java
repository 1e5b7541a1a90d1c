package io.storefront.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.storefront.inventory.port.AdjustmentIds;
import io.storefront.inventory.port.Products;
import io.storefront.inventory.port.StockItems;
import io.storefront.inventory.testkit.InMemoryAdjustmentIds;
import io.storefront.inventory.testkit.InMemoryProducts;
import io.storefront.inventory.testkit.InMemoryStockItems;
import io.storefront.inventory.usecase.AdjustStock;
import io.storefront.inventory.usecase.ClaimStock;
import io.storefront.inventory.usecase.PutProduct;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ExampleTest {
  private final Products yourProducts = new InMemoryProducts();
  private final StockItems yourStock = new InMemoryStockItems(yourProducts);
  private final AdjustmentIds yourIds = new InMemoryAdjustmentIds();

  @Test
  void a_program_puts_a_product_receives_goods_and_claims_two_of_them() {
    // As in the README.
    var clock = InstantSource.system();
    var inventory = new InventoryUseCases(yourProducts, yourStock, yourIds, clock);
    var tea = new Sku("TEA-01");
    var prices = List.of(Money.parse("EUR 19.90"));
    inventory.putProduct().put(new PutProduct.Command(tea, "Tea", prices, true));
    Optional<String> note = Optional.of("PO 4711");
    inventory
        .adjustStock()
        .adjust(new AdjustStock.Command(tea, 100, "RECEIVED", note, Receipt.none()));
    var claim =
        new StockClaim(new ClaimOwner("order-1"), 1, List.of(ClaimedLine.reserving(tea, 2)));
    assertThat(inventory.claimStock().claim(claim)).isEqualTo(new ClaimStock.Outcome.Held());
  }
}
