package io.storefront.customers.usecase;

import static io.storefront.customers.testkit.CustomerBuilder.aCustomer;
import static io.storefront.customers.testkit.CustomerBuilder.anAddress;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.storefront.customers.Customer;
import io.storefront.customers.CustomerId;
import io.storefront.customers.CustomerStatus;
import io.storefront.customers.CustomersUseCases;
import io.storefront.customers.PortUnavailable;
import io.storefront.customers.Receipt;
import io.storefront.customers.StorefrontId;
import io.storefront.customers.port.CustomerIds;
import io.storefront.customers.testkit.InMemoryCustomerIds;
import io.storefront.customers.testkit.InMemoryCustomers;
import io.storefront.customers.testkit.RequestEnclosure;
import io.storefront.customers.usecase.RegisterCustomer.Command;
import io.storefront.customers.usecase.RegisterCustomer.Outcome.Registered;
import io.storefront.customers.usecase.RegisterCustomer.Outcome.RequestTaken;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RegisterCustomerTest {
  private static final StorefrontId SHOP = new StorefrontId("tea-shop");
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-01-02T03:04:05.678901Z"));

  private final InMemoryCustomers customers = new InMemoryCustomers();

  @Test
  void a_registered_customer_is_stored_active_with_the_time_in_milliseconds() {
    assertThat(registering(new InMemoryCustomerIds()).register(ada(Receipt.none())))
        .isInstanceOfSatisfying(
            Registered.class,
            registered -> {
              Customer ada = registered.customer();
              assertThat(ada.status()).isEqualTo(CustomerStatus.ACTIVE);
              assertThat(ada.version()).isEqualTo(1);
              assertThat(ada.createdAt()).isEqualTo(Instant.parse("2026-01-02T03:04:05.678Z"));
              assertThat(ada.defaultAddress()).contains(anAddress());
              assertThat(customers.find(SHOP, ada.id())).contains(ada);
            });
  }

  @Test
  void the_receipt_seals_what_is_answered() {
    List<Registered> sealed = new ArrayList<>();
    Receipt<Registered> receipt =
        registered -> {
          sealed.add(registered);
          return new RequestEnclosure("r1");
        };
    assertThat(registering(new InMemoryCustomerIds()).register(ada(receipt)))
        .isEqualTo(sealed.getFirst());
    assertThat(sealed).hasSize(1);
  }

  @Test
  void a_request_that_was_done_before_registers_nobody() {
    RegisterCustomer registering = registering(new InMemoryCustomerIds());
    Receipt<Registered> receipt = registered -> new RequestEnclosure("r1");
    registering.register(ada(receipt));
    assertThat(registering.register(ada(receipt))).isEqualTo(new RequestTaken());
    CustomerId second = new CustomerId("cus_00000000-0000-7000-8000-000000000002");
    assertThat(customers.find(SHOP, second)).isEmpty();
  }

  @Test
  void an_id_that_is_taken_is_a_fault_of_the_ids() {
    Customer taken = aCustomer().build();
    customers.holding(taken);
    RegisterCustomer registering = registering(taken::id);
    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() -> registering.register(ada(Receipt.none())))
        .withMessageContaining(taken.id().value());
  }

  @Test
  void a_storage_without_an_answer_is_told_as_such() {
    customers.goAway();
    assertThatExceptionOfType(PortUnavailable.class)
        .isThrownBy(() -> registering(new InMemoryCustomerIds()).register(ada(Receipt.none())));
  }

  @Test
  void a_command_that_could_never_be_done_cannot_be_given() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Command(SHOP, " ", "a@b", Optional.empty(), Receipt.none()))
        .withMessageStartingWith("name");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Command(SHOP, "Ada", "a", Optional.empty(), Receipt.none()))
        .withMessageStartingWith("email");
  }

  private RegisterCustomer registering(CustomerIds ids) {
    return new CustomersUseCases(customers, ids, CLOCK).registerCustomer();
  }

  private static Command ada(Receipt<Registered> receipt) {
    return new Command(SHOP, "Ada Lovelace", "ada@example.com", Optional.of(anAddress()), receipt);
  }
}
