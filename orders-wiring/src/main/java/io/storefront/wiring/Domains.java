package io.storefront.wiring;

import com.github.f4b6a3.uuid.UuidCreator;
import io.storefront.adapters.inprocess.InProcessAdapters;
import io.storefront.adapters.postgres.PostgresAdapters;
import io.storefront.adapters.sandbox.SandboxAdapters;
import io.storefront.app.answers.AnswerReceipts;
import io.storefront.customers.CustomerId;
import io.storefront.customers.CustomersUseCases;
import io.storefront.inventory.AdjustmentId;
import io.storefront.inventory.InventoryUseCases;
import io.storefront.orders.OrderUseCases;
import io.storefront.orders.port.OrderIds;
import io.storefront.orders.port.Payments;
import java.time.InstantSource;

/**
 * The three domains, each given its ports.
 *
 * @param named what was chosen, for the line in the log
 */
record Domains(
    OrderUseCases orders, InventoryUseCases inventory, CustomersUseCases customers, String named) {

  static Domains wire(OrdersConfig config, PostgresAdapters postgres, InstantSource clock) {
    InventoryUseCases inventory =
        new InventoryUseCases(
            postgres.products(),
            postgres.stockItems(),
            () -> new AdjustmentId("adj_" + UuidCreator.getTimeOrderedEpoch()),
            clock);
    CustomersUseCases customers =
        new CustomersUseCases(
            postgres.customers(),
            () -> new CustomerId("cus_" + UuidCreator.getTimeOrderedEpoch()),
            clock);
    OrderUseCases orders =
        new OrderUseCases(
            postgres.orders(),
            postgres.unfinishedOrders(),
            InProcessAdapters.stockReservations(inventory.claimStock(), postgres.stockItems()),
            payments(config, postgres),
            InProcessAdapters.customerLookup(postgres.customers()),
            InProcessAdapters.productCatalog(postgres.products()),
            OrderIds.from(UuidCreator::getTimeOrderedEpoch),
            new AnswerReceipts(),
            clock,
            config.policies());
    return new Domains(
        orders,
        inventory,
        customers,
        "orders=postgres stock=postgres customers=inprocess catalog=inprocess payments="
            + config.payments().name().toLowerCase(java.util.Locale.ROOT));
  }

  private static Payments payments(OrdersConfig config, PostgresAdapters postgres) {
    return switch (config.payments()) {
      case SANDBOX ->
          SandboxAdapters.payments(
              postgres.dataSource(), Thread::sleep, config.policies().timeBudget());
    };
  }
}
