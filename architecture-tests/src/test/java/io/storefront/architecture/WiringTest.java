package io.storefront.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.Binder;
import com.google.inject.Guice;
import com.tngtech.archunit.core.domain.Dependency;
import io.storefront.orders.Actor;
import io.storefront.orders.CustomerId;
import io.storefront.orders.Lifecycle;
import io.storefront.orders.OrderUseCases;
import io.storefront.orders.Particulars;
import io.storefront.orders.PaymentToken;
import io.storefront.orders.Policies;
import io.storefront.orders.Receipt;
import io.storefront.orders.Sku;
import io.storefront.orders.StorefrontId;
import io.storefront.orders.port.CustomerLookup;
import io.storefront.orders.port.OrderIds;
import io.storefront.orders.port.Orders;
import io.storefront.orders.port.Payments;
import io.storefront.orders.port.ProductCatalog;
import io.storefront.orders.port.Receipts;
import io.storefront.orders.port.StockReservations;
import io.storefront.orders.port.UnfinishedOrders;
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
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** Three ways to put the use cases together, from the same ports. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class WiringTest {
  private static final StorefrontId SHOP = new StorefrontId("tea-shop");
  private static final Sku TEA = new Sku("TEA-01");

  private final InstantSource clock = InstantSource.system();
  private final InMemoryStock stock = new InMemoryStock();
  private final InMemoryOrders orders = new InMemoryOrders(clock, stock);
  private final FakePayments payments = new FakePayments();
  private final InMemoryCustomerLookup customers = new InMemoryCustomerLookup();
  private final InMemoryCatalog catalog = new InMemoryCatalog();
  private final OrderIds ids = OrderIds.uuidV7(clock, new SecureRandom());

  @BeforeEach
  void open() {
    stock.receive(TEA, 1);
    catalog.offer(TEA, "Tea", Money.parse("EUR 19.90"));
    customers.allow(SHOP, "cus_ada");
  }

  @Test
  void by_hand() {
    assertPlacesAnOrder(
        new OrderUseCases(
            orders,
            orders,
            stock,
            payments,
            customers,
            catalog,
            ids,
            Receipts.NONE,
            clock,
            Policies.DEFAULT));
  }

  @Test
  void with_guice() {
    assertPlacesAnOrder(Guice.createInjector(this::bindPorts).getInstance(OrderUseCases.class));
  }

  @Test
  void with_spring() {
    try (var context = new AnnotationConfigApplicationContext()) {
      context.registerBean(InMemoryOrders.class, () -> orders);
      context.registerBean(StockReservations.class, () -> stock);
      context.registerBean(Payments.class, () -> payments);
      context.registerBean(CustomerLookup.class, () -> customers);
      context.registerBean(ProductCatalog.class, () -> catalog);
      context.registerBean(OrderIds.class, () -> ids);
      context.registerBean(Receipts.class, () -> Receipts.NONE);
      context.registerBean(InstantSource.class, () -> clock);
      context.registerBean(Policies.class, () -> Policies.DEFAULT);
      context.registerBean(OrderUseCases.class);
      context.refresh();

      assertPlacesAnOrder(context.getBean(OrderUseCases.class));
    }
  }

  @Test
  void nothing_of_the_house_is_needed_but_one_domain_and_its_testkit() {
    assertThat(Code.only(WiringTest.class).get(WiringTest.class).getDirectDependenciesFromSelf())
        .extracting(Dependency::getTargetClass)
        .filteredOn(seen -> Artifact.of(seen).isPresent())
        .isNotEmpty()
        .allMatch(seen -> Artifact.of(seen).equals(Optional.of(Artifact.ORDERS_DOMAIN)));
  }

  /** Guice takes no constructor but the one that says {@code @Inject}. */
  private void bindPorts(Binder binder) {
    binder.requireAtInjectOnConstructors();
    binder.bind(Orders.class).toInstance(orders);
    binder.bind(UnfinishedOrders.class).toInstance(orders);
    binder.bind(StockReservations.class).toInstance(stock);
    binder.bind(Payments.class).toInstance(payments);
    binder.bind(CustomerLookup.class).toInstance(customers);
    binder.bind(ProductCatalog.class).toInstance(catalog);
    binder.bind(OrderIds.class).toInstance(ids);
    binder.bind(Receipts.class).toInstance(Receipts.NONE);
    binder.bind(InstantSource.class).toInstance(clock);
    binder.bind(Policies.class).toInstance(Policies.DEFAULT);
  }

  private void assertPlacesAnOrder(OrderUseCases useCases) {
    PlaceOrder.Outcome outcome =
        useCases
            .placeOrder()
            .place(
                new PlaceOrder.Command(
                    SHOP,
                    new CustomerId("cus_ada"),
                    List.of(new PlaceOrder.Line(TEA, 1, Optional.empty(), List.of(), List.of())),
                    Money.parse("EUR 4.90"),
                    Particulars.NONE,
                    Optional.empty(),
                    Optional.of(Money.parse("EUR 24.80")),
                    Optional.of(new PaymentToken("tok_approve")),
                    false,
                    new Actor("web"),
                    Receipt.none()));

    assertThat(outcome)
        .isInstanceOfSatisfying(
            PlaceOrder.Outcome.Placed.class,
            placed -> assertThat(placed.order().status()).isEqualTo(Lifecycle.CONFIRMED));
    assertThat(payments.liveAuthorizations()).isOne();
    assertThat(stock.reserved()).containsEntry(TEA, 1L);
  }
}
