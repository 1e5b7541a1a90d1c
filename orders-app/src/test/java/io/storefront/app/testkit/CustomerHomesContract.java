package io.storefront.app.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.storefront.app.port.CustomerHomes;
import io.storefront.customers.Customer;
import io.storefront.customers.CustomerId;
import io.storefront.customers.Enclosure;
import io.storefront.customers.StorefrontId;
import io.storefront.customers.port.Change;
import io.storefront.customers.port.Customers;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What {@link CustomerHomes} promises. */
public interface CustomerHomesContract {
  /** What is tested. */
  CustomerHomes homes();

  /** Where the same customers are kept. */
  Customers customers();

  @Test
  default void a_registered_customer_has_a_home() {
    CustomerId id = new CustomerId("cus_" + UUID.randomUUID());
    StorefrontId home = new StorefrontId("tea-shop");
    Instant noon = Instant.parse("2026-11-25T12:00:00Z");
    Customer ada =
        Customer.register(id, home, "Ada Lovelace", "ada@example.com", Optional.empty(), noon);
    customers().commit(new Change(ada, Enclosure.NONE));
    assertThat(homes().storefrontOf(id)).contains(home);
  }

  @Test
  default void an_unknown_customer_has_none() {
    assertThat(homes().storefrontOf(new CustomerId("cus_" + UUID.randomUUID()))).isEmpty();
  }
}
