package io.storefront.adapters.inprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.storefront.inventory.Adjustment;
import io.storefront.inventory.InventoryUseCases;
import io.storefront.inventory.Receipt;
import io.storefront.inventory.testkit.InMemoryAdjustmentIds;
import io.storefront.inventory.testkit.InMemoryProducts;
import io.storefront.inventory.testkit.InMemoryStockItems;
import io.storefront.inventory.usecase.AdjustStock;
import io.storefront.inventory.usecase.PutProduct;
import io.storefront.orders.PortUnavailable;
import io.storefront.orders.Sku;
import io.storefront.orders.port.StockReservations;
import io.storefront.orders.testkit.StockReservationsContract;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class InProcessStockReservationsTest implements StockReservationsContract {
  private final InMemoryProducts products = new InMemoryProducts();
  private final InMemoryStockItems items = new InMemoryStockItems(products);
  private final InventoryUseCases inventory =
      new InventoryUseCases(products, items, new InMemoryAdjustmentIds(), InstantSource.system());
  private final StockReservations stock =
      InProcessAdapters.stockReservations(inventory.claimStock(), items);

  @Override
  public StockReservations stock() {
    return stock;
  }

  @Override
  public void receive(Sku sku, int units) {
    io.storefront.inventory.Sku there = new io.storefront.inventory.Sku(sku.value());
    inventory.putProduct().put(new PutProduct.Command(there, "Thing", List.of(), true));
    inventory
        .adjustStock()
        .adjust(
            new AdjustStock.Command(
                there, units, Adjustment.RECEIVED, Optional.empty(), Receipt.none()));
  }

  @Override
  public void goAway() {
    items.goAway();
  }

  @Test
  void stock_that_cannot_be_asked_is_an_unavailable_port() {
    items.goAway();

    assertThatThrownBy(() -> stock.available(Set.of(new Sku("TEA"))))
        .isInstanceOfSatisfying(
            PortUnavailable.class, e -> assertThat(e.port()).isEqualTo("StockReservations"));
  }
}
