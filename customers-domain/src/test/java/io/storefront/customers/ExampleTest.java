package io.storefront.customers;

import static org.assertj.core.api.Assertions.assertThat;

import io.storefront.customers.port.CustomerIds;
import io.storefront.customers.port.Customers;
import io.storefront.customers.testkit.InMemoryCustomerIds;
import io.storefront.customers.testkit.InMemoryCustomers;
import io.storefront.customers.usecase.RegisterCustomer;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ExampleTest {
  private final Customers yourCustomers = new InMemoryCustomers();
  private final CustomerIds yourIds = new InMemoryCustomerIds();

  @Test
  void a_program_registers_a_customer_of_its_storefront() {
    // As in the README.
    var customers = new CustomersUseCases(yourCustomers, yourIds, InstantSource.system());
    var outcome =
        customers
            .registerCustomer()
            .register(
                new RegisterCustomer.Command(
                    new StorefrontId("tea-shop"),
                    "Ada Lovelace",
                    "ada@example.com",
                    Optional.empty(),
                    Receipt.none()));
    assertThat(outcome).isInstanceOf(RegisterCustomer.Outcome.Registered.class);
  }
}
