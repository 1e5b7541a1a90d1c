package shop;

import io.storefront.customers.CustomersUseCases;
import io.storefront.customers.testkit.InMemoryCustomerIds;
import io.storefront.customers.testkit.InMemoryCustomers;
import io.storefront.inventory.InventoryUseCases;
import io.storefront.inventory.testkit.InMemoryAdjustmentIds;
import io.storefront.inventory.testkit.InMemoryProducts;
import io.storefront.inventory.testkit.InMemoryStockItems;
import io.storefront.orders.Actor;
import io.storefront.orders.CustomerId;
import io.storefront.orders.OrderUseCases;
import io.storefront.orders.Particulars;
import io.storefront.orders.PaymentToken;
import io.storefront.orders.Policies;
import io.storefront.orders.Receipt;
import io.storefront.orders.Sku;
import io.storefront.orders.StorefrontId;
import io.storefront.orders.port.OrderIds;
import io.storefront.orders.port.Receipts;
import io.storefront.orders.testkit.FakePayments;
import io.storefront.orders.testkit.InMemoryCatalog;
import io.storefront.orders.testkit.InMemoryCustomerLookup;
import io.storefront.orders.testkit.InMemoryOrders;
import io.storefront.orders.testkit.InMemoryStock;
import io.storefront.orders.usecase.PlaceOrder;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.joda.money.Money;

/** Places an order, and says from which modules everything came. */
public final class Shop {
  private static final InstantSource CLOCK = InstantSource.system();
  private static final StorefrontId TEA_SHOP = new StorefrontId("tea-shop");
  private static final Sku TEA = new Sku("TEA-01");

  private Shop() {}

  public static void main(String[] args) {
    InMemoryProducts products = new InMemoryProducts();
    InMemoryStockItems items = new InMemoryStockItems(products);
    Stream.of(
            useCases(),
            new InMemoryStock(),
            new InventoryUseCases(products, items, new InMemoryAdjustmentIds(), CLOCK),
            products,
            new CustomersUseCases(new InMemoryCustomers(), new InMemoryCustomerIds(), CLOCK),
            new InMemoryCustomers())
        .map(part -> part.getClass().getModule().getName())
        .forEach(System.out::println);
    PlaceOrder.Outcome outcome = useCases().placeOrder().place(twoOfTea());
    System.out.println(((PlaceOrder.Outcome.Placed) outcome).order().status());
  }

  private static OrderUseCases useCases() {
    InMemoryStock stock = new InMemoryStock();
    stock.receive(TEA, 100);
    InMemoryOrders orders = new InMemoryOrders(CLOCK, stock);
    InMemoryCatalog catalog = new InMemoryCatalog();
    catalog.offer(TEA, "Tea", Money.parse("EUR 19.90"));
    InMemoryCustomerLookup customers = new InMemoryCustomerLookup();
    customers.allow(TEA_SHOP, "cus_ada");
    return new OrderUseCases(
        orders,
        orders,
        stock,
        new FakePayments(),
        customers,
        catalog,
        OrderIds.uuidV7(CLOCK, new SecureRandom()),
        Receipts.NONE,
        CLOCK,
        Policies.DEFAULT);
  }

  private static PlaceOrder.Command twoOfTea() {
    return new PlaceOrder.Command(
        TEA_SHOP,
        new CustomerId("cus_ada"),
        List.of(new PlaceOrder.Line(TEA, 2, Optional.empty(), List.of(), List.of())),
        Money.parse("EUR 4.90"),
        Particulars.NONE,
        Optional.empty(),
        Optional.empty(),
        Optional.of(new PaymentToken("tok_approve")),
        false,
        new Actor("web"),
        Receipt.none());
  }
}
