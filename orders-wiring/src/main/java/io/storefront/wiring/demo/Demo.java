package io.storefront.wiring.demo;

import io.storefront.app.access.ApiKey;
import io.storefront.app.access.ApiKeyText;
import io.storefront.app.access.Scope;
import io.storefront.app.access.Storefront;
import io.storefront.app.port.ApiKeys;
import io.storefront.app.port.Storefronts;
import io.storefront.customers.Customer;
import io.storefront.customers.port.Change;
import io.storefront.customers.port.Customers;
import io.storefront.inventory.Adjustment;
import io.storefront.inventory.AdjustmentId;
import io.storefront.inventory.Receipt;
import io.storefront.inventory.Sku;
import io.storefront.inventory.port.Products;
import io.storefront.inventory.port.StockItems;
import io.storefront.inventory.usecase.PutProduct;
import io.storefront.orders.Enclosure;
import io.storefront.orders.StorefrontId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * Loads the demo. What is there already stays as it is, so that loading it again, or at once by
 * several instances, changes nothing and puts no stock twice.
 */
public final class Demo {
  private static final int UNITS = 1000;
  private static final Set<CurrencyUnit> CURRENCIES =
      Set.of(CurrencyUnit.EUR, CurrencyUnit.USD, CurrencyUnit.JPY);
  private static final Set<Scope> STOREFRONT_SCOPES =
      EnumSet.of(
          Scope.ORDERS_READ,
          Scope.ORDERS_WRITE,
          Scope.ORDERS_CANCEL,
          Scope.ORDERS_FULFIL,
          Scope.ORDERS_DELETE,
          Scope.PAYMENTS_CAPTURE,
          Scope.PAYMENTS_REFUND,
          Scope.CUSTOMERS_READ,
          Scope.CUSTOMERS_WRITE,
          Scope.INVENTORY_READ);

  private final PutProduct putProduct;
  private final Products products;
  private final StockItems stock;
  private final Customers customers;
  private final Storefronts storefronts;
  private final ApiKeys keys;

  /** Loads through these. */
  public Demo(
      PutProduct putProduct,
      Products products,
      StockItems stock,
      Customers customers,
      Storefronts storefronts,
      ApiKeys keys) {
    this.putProduct = putProduct;
    this.products = products;
    this.stock = stock;
    this.customers = customers;
    this.storefronts = storefronts;
    this.keys = keys;
  }

  /** Loads what is not there yet. The operator's key comes last and tells that all is there. */
  public void load() {
    if (keys.find(key(DemoKeys.OPERATOR).id()).isPresent()) {
      return;
    }
    storefront(DemoCatalog.AURORA, "Aurora Clothing");
    storefront(DemoCatalog.HARBOR, "Harbor Goods");
    for (int i = 0; i < DemoCatalog.ITEMS.size(); i++) {
      product(DemoCatalog.ITEMS.get(i));
      stock(DemoCatalog.ITEMS.get(i), i + 1);
    }
    for (Customer customer : DemoCatalog.CUSTOMERS) {
      customers.commit(new Change(customer, io.storefront.customers.Enclosure.NONE));
    }
    key(DemoKeys.AURORA, Optional.of(DemoCatalog.AURORA), STOREFRONT_SCOPES);
    key(DemoKeys.HARBOR, Optional.of(DemoCatalog.HARBOR), STOREFRONT_SCOPES);
    key(DemoKeys.OPERATOR, Optional.empty(), EnumSet.allOf(Scope.class));
  }

  private void storefront(String id, String name) {
    storefronts.put(
        new Storefront(
            new StorefrontId(id),
            name,
            Storefront.sorted(CURRENCIES),
            1,
            DemoCatalog.SINCE,
            DemoCatalog.SINCE));
  }

  private void product(DemoCatalog.Item item) {
    Sku sku = new Sku(item.sku());
    if (products.find(sku).isEmpty()) {
      List<Money> prices =
          List.of(
              Money.parse("EUR " + item.euro()),
              Money.parse("USD " + item.dollar()),
              Money.parse("JPY " + item.yen()));
      putProduct.put(new PutProduct.Command(sku, item.name(), prices, true));
    }
  }

  /** The same adjustment is never made twice, because its id is always the same. */
  private void stock(DemoCatalog.Item item, int number) {
    AdjustmentId id =
        new AdjustmentId("adj_01890000-0000-7000-8000-0000000001%02d".formatted(number));
    stock.adjust(
        new Adjustment(
            id,
            new Sku(item.sku()),
            UNITS,
            Adjustment.RECEIVED,
            Optional.of("demo"),
            DemoCatalog.SINCE),
        Receipt.none());
  }

  private void key(String text, Optional<String> storefront, Set<Scope> scopes) {
    ApiKeyText key = key(text);
    keys.add(
        new ApiKey(
            key.id(),
            storefront.map(StorefrontId::new),
            "demo",
            key.secretHash(),
            scopes,
            DemoCatalog.SINCE,
            Optional.empty(),
            Optional.empty()),
        Enclosure.NONE);
  }

  private static ApiKeyText key(String text) {
    return ApiKeyText.parse(text).orElseThrow();
  }
}
