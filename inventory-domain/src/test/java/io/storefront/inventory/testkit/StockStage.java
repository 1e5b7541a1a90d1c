package io.storefront.inventory.testkit;

import static io.storefront.inventory.testkit.ProductBuilder.PUT_AT;
import static io.storefront.inventory.testkit.ProductBuilder.aProduct;
import static org.assertj.core.api.Assertions.assertThat;

import io.storefront.inventory.Adjustment;
import io.storefront.inventory.ClaimOwner;
import io.storefront.inventory.ClaimedLine;
import io.storefront.inventory.Enclosure;
import io.storefront.inventory.Receipt;
import io.storefront.inventory.Shortage;
import io.storefront.inventory.Sku;
import io.storefront.inventory.StockClaim;
import io.storefront.inventory.StockLevel;
import io.storefront.inventory.port.AdjustAnswer;
import io.storefront.inventory.port.ClaimAnswer;
import io.storefront.inventory.port.Products;
import io.storefront.inventory.port.PutAnswer;
import io.storefront.inventory.port.StockItems;
import java.util.List;
import java.util.Optional;

/** What the parts of {@link StockItemsContract} need, and what they set the stage with. */
public interface StockStage {
  ClaimAnswer HELD = new ClaimAnswer.Held();

  /** The storage under test; the same one for all calls within a test. */
  StockItems stock();

  /** The catalogue that belongs to the storage. */
  Products products();

  /** An enclosure of the kind that this storage stores, which takes the request. */
  Enclosure enclosing(String request);

  /** A known product that never had stock. */
  default Sku unstocked() {
    return put(Fresh.sku());
  }

  /** A known product with so many units on hand. */
  default Sku stocked(int units) {
    return stock(unstocked(), units);
  }

  /** Known products with so many units on hand each, in byte order. */
  default List<Sku> stocked(int units, int products) {
    return Fresh.skus(products).stream().map(sku -> stock(put(sku), units)).toList();
  }

  private Sku put(Sku sku) {
    assertThat(products().put(aProduct().withSku(sku).build(), 0)).isEqualTo(new PutAnswer.Saved());
    return sku;
  }

  private Sku stock(Sku sku, int units) {
    assertThat(adjust(sku, units)).isEqualTo(adjustedTo(sku, units, 0));
    return sku;
  }

  default AdjustAnswer adjust(Sku sku, int quantity) {
    return stock().adjust(anAdjustment(sku, quantity), Receipt.none());
  }

  default ClaimAnswer claim(ClaimOwner owner, int revision, ClaimedLine... lines) {
    return stock().claim(new StockClaim(owner, revision, List.of(lines)));
  }

  default void assertLevel(Sku sku, long onHand, long reserved) {
    assertThat(stock().level(sku)).contains(new StockLevel(sku, onHand, reserved));
  }

  default void assertClaim(ClaimOwner owner, int revision, ClaimedLine... lines) {
    assertThat(stock().claimOf(owner)).contains(new StockClaim(owner, revision, List.of(lines)));
  }

  static Adjustment anAdjustment(Sku sku, int quantity) {
    return new Adjustment(
        Fresh.adjustmentId(), sku, quantity, "RECEIVED", Optional.of("PO 4711"), PUT_AT);
  }

  static AdjustAnswer adjustedTo(Sku sku, long onHand, long reserved) {
    return new AdjustAnswer.Adjusted(new StockLevel(sku, onHand, reserved));
  }

  static ClaimedLine reserving(Sku sku, int reserved) {
    return ClaimedLine.reserving(sku, reserved);
  }

  static ClaimAnswer shortOf(Shortage... shortages) {
    return new ClaimAnswer.Short(List.of(shortages));
  }
}
