package io.storefront.wiring;

import com.github.f4b6a3.uuid.factory.UuidFactory;
import com.github.f4b6a3.uuid.factory.standard.TimeOrderedEpochFactory;
import io.storefront.adapters.inprocess.InProcessAdapters;
import io.storefront.adapters.postgres.PostgresAdapters;
import io.storefront.adapters.sandbox.SandboxAdapters;
import io.storefront.app.answers.AnswerReceipts;
import io.storefront.app.api.Admission;
import io.storefront.app.port.Measurements;
import io.storefront.customers.CustomerId;
import io.storefront.customers.CustomersUseCases;
import io.storefront.inventory.AdjustmentId;
import io.storefront.inventory.InventoryUseCases;
import io.storefront.orders.CapturePolicy;
import io.storefront.orders.OrderUseCases;
import io.storefront.orders.StorefrontId;
import io.storefront.orders.port.CustomerLookup;
import io.storefront.orders.port.OrderIds;
import io.storefront.orders.port.Orders;
import io.storefront.orders.port.Payments;
import io.storefront.orders.port.ProductCatalog;
import io.storefront.orders.port.StockReservations;
import io.storefront.orders.port.UnfinishedOrders;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/**
 * The three domains, each given its ports.
 *
 * @param named what was chosen, for the line in the log
 */
record Domains(
    OrderUseCases orders, InventoryUseCases inventory, CustomersUseCases customers, String named) {
  /** One provider serves all storefronts. */
  private static final StorefrontId EVERY = new StorefrontId("every");

  /** How long anybody waits for a place. */
  static final Duration PATIENCE = Duration.ofMillis(1_500);

  /** Who waits for the provider needs no connection meanwhile, only a thread that weighs little. */
  private static final int PAYMENTS_PER_CONNECTION = 10;

  static Domains wire(
      OrdersConfig config,
      PostgresAdapters postgres,
      Orders stored,
      Admission admission,
      Measurements told,
      InstantSource clock) {
    UuidFactory uuids = uuids();
    InventoryUseCases inventory =
        new InventoryUseCases(
            postgres.products(),
            postgres.stockItems(),
            () -> new AdjustmentId("adj_" + uuids.create()),
            clock);
    CustomersUseCases customers =
        new CustomersUseCases(
            postgres.customers(), () -> new CustomerId("cus_" + uuids.create()), clock);
    OrderUseCases orders =
        new OrderUseCases(
            Measured.port(Orders.class, stored, told),
            Measured.port(UnfinishedOrders.class, postgres.unfinishedOrders(), told),
            Measured.port(StockReservations.class, stock(inventory, postgres), told),
            Measured.port(Payments.class, bounded(config, postgres, admission), told),
            Measured.port(
                CustomerLookup.class, InProcessAdapters.customerLookup(postgres.customers()), told),
            Measured.port(
                ProductCatalog.class, InProcessAdapters.productCatalog(postgres.products()), told),
            OrderIds.from(uuids::create),
            new AnswerReceipts(),
            clock,
            config.policies());
    return new Domains(
        orders,
        inventory,
        customers,
        "orders=postgres stock=postgres customers=inprocess catalog=inprocess events=log payments="
            + config.payments().name().toLowerCase(java.util.Locale.ROOT));
  }

  /**
   * Ids that rise within a millisecond. Of this application alone: what is static would live on in
   * a snapshot of the process, and give the same ids wherever that is restored.
   */
  static UuidFactory uuids() {
    return new TimeOrderedEpochFactory(new SecureRandom());
  }

  private static StockReservations stock(InventoryUseCases inventory, PostgresAdapters postgres) {
    return InProcessAdapters.stockReservations(inventory.claimStock(), postgres.stockItems());
  }

  private static Payments bounded(
      OrdersConfig config, PostgresAdapters postgres, Admission admission) {
    Payments payments = payments(config, postgres);
    requireFit(config.policies().capture(), payments);
    return new BoundedPayments(
        payments, admission, config.poolSize() * PAYMENTS_PER_CONNECTION, PATIENCE);
  }

  /** Refuses to take money in parts with a provider that takes it once. */
  static void requireFit(CapturePolicy policy, Payments payments) {
    if (policy.needsManyCaptures() && !payments.capabilities(EVERY).manyCaptures()) {
      throw new ConfigRefused(
          List.of(
              Variable.CAPTURE_POLICY
                  + ": the payment provider captures an authorization once; choose"
                  + " on-first-shipment or on-confirmation"));
    }
  }

  private static Payments payments(OrdersConfig config, PostgresAdapters postgres) {
    return switch (config.payments()) {
      case SANDBOX ->
          SandboxAdapters.payments(
              postgres.dataSource(), Thread::sleep, config.policies().timeBudget());
    };
  }
}
