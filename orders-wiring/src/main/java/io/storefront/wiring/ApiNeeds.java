package io.storefront.wiring;

import io.storefront.adapters.postgres.PostgresAdapters;
import io.storefront.app.api.Admission;
import io.storefront.app.api.ApiDependencies;
import io.storefront.app.api.ApiSettings;
import io.storefront.app.port.ApiKeys;
import io.storefront.app.port.Measurements;
import io.storefront.app.port.Readiness;
import io.storefront.app.port.Secrets;
import io.storefront.orders.OrderUseCases;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Locale;

/** Hands the API what it needs. */
final class ApiNeeds {
  private ApiNeeds() {}

  static ApiDependencies of(
      OrdersConfig config,
      Domains domains,
      PostgresAdapters postgres,
      Readiness readiness,
      Admission admission,
      Measurements measurements,
      InstantSource clock) {
    return new ApiDependencies(
        ordering(domains.orders(), postgres),
        new ApiDependencies.Inventory(
            domains.inventory().putProduct(),
            domains.inventory().adjustStock(),
            postgres.products(),
            postgres.stockItems()),
        new ApiDependencies.CustomerCare(
            domains.customers().registerCustomer(),
            domains.customers().changeCustomer(),
            postgres.customers(),
            postgres.customerHomes()),
        new ApiDependencies.Platform(
            keys(config, postgres, clock),
            postgres.storefronts(),
            postgres.answers(),
            secrets(config, postgres),
            readiness),
        admission,
        measurements,
        clock,
        new SecureRandom(),
        new ApiSettings(
            config.keys().kind().name().toLowerCase(Locale.ROOT), ApiSettings.DEFAULT.keyMemory()));
  }

  private static ApiDependencies.Ordering ordering(
      OrderUseCases orders, PostgresAdapters postgres) {
    return new ApiDependencies.Ordering(
        orders.placeOrder(),
        orders.actOnOrder(),
        orders.previewOrder(),
        orders.resumePlacement(),
        postgres.orders(),
        postgres.orderSearch(),
        postgres.orderJournal(),
        postgres.orderFeed());
  }

  private static ApiKeys keys(OrdersConfig config, PostgresAdapters postgres, InstantSource clock) {
    ApiKeys kept = postgres.apiKeys();
    return config
        .keys()
        .operator()
        .<ApiKeys>map(given -> OperatorKey.among(kept, given, clock))
        .orElse(kept);
  }

  private static Secrets secrets(OrdersConfig config, PostgresAdapters postgres) {
    Secrets kept = postgres.secrets();
    return config
        .keys()
        .cursorSecret()
        .<Secrets>map(given -> new CursorSecret(kept, given))
        .orElse(kept);
  }
}
