package io.storefront.orders;

import io.storefront.orders.port.CustomerLookup;
import io.storefront.orders.port.OrderIds;
import io.storefront.orders.port.Orders;
import io.storefront.orders.port.Payments;
import io.storefront.orders.port.ProductCatalog;
import io.storefront.orders.port.StockReservations;
import io.storefront.orders.port.UnfinishedOrders;
import io.storefront.orders.testkit.BroughtAuthorizationContract;
import io.storefront.orders.testkit.CustomerActionContract;
import io.storefront.orders.testkit.CustomerLookupContract;
import io.storefront.orders.testkit.FakePayments;
import io.storefront.orders.testkit.Fixtures;
import io.storefront.orders.testkit.InMemoryCatalog;
import io.storefront.orders.testkit.InMemoryCustomerLookup;
import io.storefront.orders.testkit.InMemoryOrders;
import io.storefront.orders.testkit.InMemoryStock;
import io.storefront.orders.testkit.MovableClock;
import io.storefront.orders.testkit.OrderBuilder;
import io.storefront.orders.testkit.OrderIdsContract;
import io.storefront.orders.testkit.OrdersContract;
import io.storefront.orders.testkit.PaymentsContract;
import io.storefront.orders.testkit.ProductCatalogContract;
import io.storefront.orders.testkit.StockCarryingOrdersContract;
import io.storefront.orders.testkit.StockReservationsContract;
import io.storefront.orders.testkit.UnfinishedOrdersContract;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.joda.money.Money;
import org.junit.jupiter.api.Nested;

/** The fakes keep to what they stand in for. */
class FakesTest {
  @Nested
  class InMemoryOrdersKeep implements OrdersContract, UnfinishedOrdersContract {
    private final MovableClock clock = new MovableClock();
    private final InMemoryOrders orders = new InMemoryOrders(clock);

    @Override
    public Orders orders() {
      return orders;
    }

    @Override
    public UnfinishedOrders unfinished() {
      return orders;
    }

    @Override
    public UnfinishedOrders untouched() {
      return new InMemoryOrders(clock);
    }

    @Override
    public void passTime(Duration time) {
      clock.move(time);
    }
  }

  @Nested
  class InMemoryOrdersWithStockKeep implements OrdersContract, StockCarryingOrdersContract {
    private final InMemoryStock stock = new InMemoryStock();
    private final InMemoryOrders orders = new InMemoryOrders(InstantSource.system(), stock);

    @Override
    public Orders orders() {
      return orders;
    }

    @Override
    public void receive(Sku sku, int units) {
      stock.receive(sku, units);
    }

    @Override
    public long available(Sku sku) {
      return stock.available(Set.of(sku)).getOrDefault(sku, 0L);
    }
  }

  @Nested
  class InMemoryStockKeeps implements StockReservationsContract {
    private final InMemoryStock stock = new InMemoryStock();

    @Override
    public StockReservations stock() {
      return stock;
    }

    @Override
    public void receive(Sku sku, int units) {
      stock.receive(sku, units);
    }

    @Override
    public void goAway() {
      stock.goAway();
    }
  }

  @Nested
  class FakePaymentsKeep
      implements PaymentsContract, CustomerActionContract, BroughtAuthorizationContract {
    private final FakePayments payments = new FakePayments();

    @Override
    public ProviderReference heldElsewhere(Money amount) {
      ProviderReference held = new ProviderReference(Fixtures.newOrderId().value());
      payments.holdElsewhere(held);
      return held;
    }

    @Override
    public ProviderReference neverGiven() {
      return new ProviderReference("never-given");
    }

    @Override
    public Payments payments() {
      return payments;
    }

    @Override
    public PaymentToken approvedToken() {
      return new PaymentToken("tok_approve");
    }

    @Override
    public PaymentToken declinedToken() {
      return FakePayments.DECLINED;
    }

    @Override
    public PaymentToken waitingToken() {
      return FakePayments.ACTION;
    }

    @Override
    public void customerActs(Payments.Instruction authorize) {
      payments.customersAct();
    }

    @Override
    public PaymentToken unansweredToken() {
      return FakePayments.UNANSWERED;
    }

    @Override
    public Payments unreachable() {
      FakePayments cutOff = new FakePayments();
      cutOff.beUnreachable();
      return cutOff;
    }

    @Override
    public List<Money> effects(ProviderKey key) {
      return payments.effects(key);
    }
  }

  @Nested
  class InMemoryCustomerLookupKeeps implements CustomerLookupContract {
    private final InMemoryCustomerLookup customers = new InMemoryCustomerLookup();

    @Override
    public CustomerLookup customers() {
      return customers;
    }

    @Override
    public StorefrontId storefront() {
      return OrderBuilder.STOREFRONT;
    }

    @Override
    public CustomerSnapshot eligible() {
      customers.allow(storefront(), OrderBuilder.ADA);
      return OrderBuilder.ADA;
    }

    @Override
    public void goAway() {
      customers.goAway();
    }

    @Override
    public CustomerId blocked() {
      return new CustomerId("cus_blocked");
    }

    @Override
    public CustomerId foreign() {
      return customers.allow(new StorefrontId("elsewhere"), "cus_foreign");
    }
  }

  @Nested
  class InMemoryCatalogKeeps implements ProductCatalogContract {
    private final InMemoryCatalog catalog = new InMemoryCatalog();

    @Override
    public ProductCatalog catalog() {
      return catalog;
    }

    @Override
    public void offer(Sku sku, String name, Money price) {
      catalog.offer(sku, name, price);
    }

    @Override
    public void withdraw(Sku sku) {
      catalog.withdraw(sku);
    }

    @Override
    public void goAway() {
      catalog.goAway();
    }
  }

  @Nested
  class UuidV7Keeps implements OrderIdsContract {
    private final OrderIds ids = OrderIds.uuidV7(InstantSource.system(), new SecureRandom());

    @Override
    public OrderIds ids() {
      return ids;
    }
  }
}
