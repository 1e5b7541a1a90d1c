package io.storefront.reliability.life;

import io.storefront.adapters.postgres.PostgresAdapters;
import io.storefront.orders.CapturePolicy;
import io.storefront.orders.OrderUseCases;
import io.storefront.orders.Policies;
import io.storefront.orders.Sku;
import io.storefront.orders.port.OrderIds;
import io.storefront.orders.port.Orders;
import io.storefront.orders.port.Receipts;
import io.storefront.orders.port.UnfinishedOrders;
import io.storefront.orders.testkit.FakePayments;
import io.storefront.orders.testkit.InMemoryCatalog;
import io.storefront.orders.testkit.InMemoryCustomerLookup;
import io.storefront.orders.testkit.InMemoryOrders;
import io.storefront.orders.testkit.InMemoryStock;
import io.storefront.orders.testkit.OrderBuilder;
import java.time.InstantSource;
import java.util.Set;
import java.util.UUID;
import java.util.function.ObjIntConsumer;
import java.util.function.ToLongFunction;
import org.joda.money.Money;

/** Where orders live: the use cases with their storage and stock, and a provider that obeys. */
final class House {
  final FakePayments payments = new FakePayments();
  final Orders orders;
  private final UnfinishedOrders unfinished;
  private final InMemoryStock stock;
  private final ToLongFunction<Sku> available;
  private final ObjIntConsumer<Sku> receiving;
  private final InMemoryCatalog catalog = new InMemoryCatalog();
  private final InMemoryCustomerLookup customers = new InMemoryCustomerLookup();

  private <T extends Orders & UnfinishedOrders> House(T storage, InMemoryStock stock) {
    this(
        storage,
        storage,
        stock,
        sku -> stock.available(Set.of(sku)).getOrDefault(sku, 0L),
        stock::receive);
  }

  private House(
      Orders orders,
      UnfinishedOrders unfinished,
      InMemoryStock stock,
      ToLongFunction<Sku> available,
      ObjIntConsumer<Sku> receiving) {
    this.orders = orders;
    this.unfinished = unfinished;
    this.stock = stock;
    this.available = available;
    this.receiving = receiving;
    customers.allow(OrderBuilder.STOREFRONT, "cus_ada");
  }

  /** Storage that carries stock, in memory. */
  static House inMemory() {
    InMemoryStock stock = new InMemoryStock();
    return new House(new InMemoryOrders(InstantSource.system(), stock), stock);
  }

  /** Stock elsewhere, in memory. */
  static House withRemoteStock() {
    return new House(new InMemoryOrders(InstantSource.system()), new InMemoryStock());
  }

  static House on(PostgresAdapters postgres) {
    return new House(
        postgres.orders(),
        postgres.unfinishedOrders(),
        new InMemoryStock(),
        sku -> Shelf.available(postgres, sku),
        (sku, units) -> Shelf.fill(postgres, sku, units));
  }

  OrderUseCases useCases(CapturePolicy policy) {
    return new OrderUseCases(
        orders,
        unfinished,
        stock,
        payments,
        customers,
        catalog,
        OrderIds.from(UUID::randomUUID),
        Receipts.NONE,
        InstantSource.system(),
        Policies.DEFAULT.capturing(policy));
  }

  void offer(Sku sku, Money price, int units) {
    catalog.offer(sku, "A thing", price);
    receiving.accept(sku, units);
  }

  long available(Sku sku) {
    return available.applyAsLong(sku);
  }
}
