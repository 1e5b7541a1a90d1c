package io.storefront.adapters.inprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.storefront.inventory.InventoryUseCases;
import io.storefront.inventory.testkit.InMemoryAdjustmentIds;
import io.storefront.inventory.testkit.InMemoryProducts;
import io.storefront.inventory.testkit.InMemoryStockItems;
import io.storefront.inventory.usecase.PutProduct;
import io.storefront.orders.PortUnavailable;
import io.storefront.orders.Sku;
import io.storefront.orders.StorefrontId;
import io.storefront.orders.port.ProductCatalog;
import io.storefront.orders.testkit.ProductCatalogContract;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class InProcessProductCatalogTest implements ProductCatalogContract {
  private final InMemoryProducts products = new InMemoryProducts();
  private final PutProduct putProduct =
      new InventoryUseCases(
              products,
              new InMemoryStockItems(products),
              new InMemoryAdjustmentIds(),
              InstantSource.system())
          .putProduct();
  private final ProductCatalog catalog = InProcessAdapters.productCatalog(products);

  @Override
  public ProductCatalog catalog() {
    return catalog;
  }

  @Override
  public void offer(Sku sku, String name, Money price) {
    put(sku, name, List.of(price), true);
  }

  @Override
  public void withdraw(Sku sku) {
    put(sku, "gone", List.of(), false);
  }

  @Override
  public void goAway() {
    products.goAway();
  }

  @Test
  void products_that_cannot_be_asked_are_an_unavailable_port() {
    products.goAway();

    assertThatThrownBy(
            () ->
                catalog.offers(
                    new StorefrontId("testshop"), CurrencyUnit.EUR, Set.of(new Sku("TEA"))))
        .isInstanceOfSatisfying(
            PortUnavailable.class, e -> assertThat(e.port()).isEqualTo("ProductCatalog"));
  }

  private void put(Sku sku, String name, List<Money> prices, boolean active) {
    putProduct.put(
        new PutProduct.Command(new io.storefront.inventory.Sku(sku.value()), name, prices, active));
  }
}
