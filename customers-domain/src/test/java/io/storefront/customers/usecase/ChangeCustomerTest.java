package io.storefront.customers.usecase;

import static io.storefront.customers.testkit.CustomerBuilder.aCustomer;
import static org.assertj.core.api.Assertions.assertThat;

import io.storefront.customers.Customer;
import io.storefront.customers.CustomerChanges;
import io.storefront.customers.CustomerId;
import io.storefront.customers.CustomerStatus;
import io.storefront.customers.CustomersUseCases;
import io.storefront.customers.Receipt;
import io.storefront.customers.StorefrontId;
import io.storefront.customers.port.Change;
import io.storefront.customers.port.CommitAnswer;
import io.storefront.customers.port.Customers;
import io.storefront.customers.testkit.InMemoryCustomerIds;
import io.storefront.customers.testkit.InMemoryCustomers;
import io.storefront.customers.testkit.RequestEnclosure;
import io.storefront.customers.usecase.ChangeCustomer.Command;
import io.storefront.customers.usecase.ChangeCustomer.Outcome.Changed;
import io.storefront.customers.usecase.ChangeCustomer.Outcome.NotFound;
import io.storefront.customers.usecase.ChangeCustomer.Outcome.RequestTaken;
import io.storefront.customers.usecase.ChangeCustomer.Outcome.Stale;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ChangeCustomerTest {
  private static final CustomerChanges BLOCKING =
      CustomerChanges.NONE.withStatus(CustomerStatus.BLOCKED);
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-02-03T04:05:06.789012Z"));

  private final Customer ada = aCustomer().build();
  private final InMemoryCustomers customers = new InMemoryCustomers().holding(ada);

  @Test
  void a_customer_that_is_blocked_is_stored_as_the_next_version() {
    Customer blocked = ada.changed(BLOCKING, Instant.parse("2026-02-03T04:05:06.789Z"));
    assertThat(change(customers, block(1))).isEqualTo(new Changed(blocked));
    assertThat(stored()).contains(blocked);
  }

  @Test
  void a_change_that_changes_nothing_writes_nothing_and_seals_nothing() {
    CustomerChanges same = CustomerChanges.NONE.withName(ada.name());
    Receipt<Changed> receipt =
        changed -> {
          throw new AssertionError("sealed, although nothing changed");
        };
    Command command = new Command(ada.storefront(), ada.id(), 1, same, receipt);
    assertThat(change(customers, command)).isEqualTo(new Changed(ada));
    assertThat(stored()).contains(ada);
  }

  @Test
  void a_change_of_another_version_than_the_stored_one_is_stale() {
    assertThat(change(customers, block(2))).isEqualTo(new Stale(1));
    assertThat(stored()).contains(ada);
  }

  @Test
  void an_unchanged_customer_of_another_version_is_stale_as_well() {
    Command command =
        new Command(ada.storefront(), ada.id(), 2, CustomerChanges.NONE, Receipt.none());
    assertThat(change(customers, command)).isEqualTo(new Stale(1));
  }

  @Test
  void a_change_that_loses_a_race_tells_the_version_that_won() {
    CustomerChanges renaming = CustomerChanges.NONE.withName("Ada King");
    Customers racing =
        new Overtaken(() -> customers.holding(ada.changed(renaming, CLOCK.instant())));
    assertThat(change(racing, block(1))).isEqualTo(new Stale(2));
  }

  @Test
  void a_customer_of_another_storefront_is_not_found() {
    StorefrontId other = new StorefrontId("other-shop");
    Command command = new Command(other, ada.id(), 1, BLOCKING, Receipt.none());
    assertThat(change(customers, command)).isEqualTo(new NotFound());
    assertThat(stored()).contains(ada);
  }

  @Test
  void a_request_that_was_done_before_changes_nothing() {
    Customer grace = aCustomer().build();
    RequestEnclosure enclosure = new RequestEnclosure("r1");
    customers.commit(new Change(grace, enclosure));
    Command command = new Command(ada.storefront(), ada.id(), 1, BLOCKING, changed -> enclosure);
    assertThat(change(customers, command)).isEqualTo(new RequestTaken());
    assertThat(stored()).contains(ada);
  }

  private static ChangeCustomer.Outcome change(Customers customers, Command command) {
    return new CustomersUseCases(customers, new InMemoryCustomerIds(), CLOCK)
        .changeCustomer()
        .change(command);
  }

  private Command block(long expectedVersion) {
    return new Command(ada.storefront(), ada.id(), expectedVersion, BLOCKING, Receipt.none());
  }

  private Optional<Customer> stored() {
    return customers.find(ada.storefront(), ada.id());
  }

  /** Somebody else commits right before every commit. */
  private final class Overtaken implements Customers {
    private final Runnable somebodyElse;

    private Overtaken(Runnable somebodyElse) {
      this.somebodyElse = somebodyElse;
    }

    @Override
    public Optional<Customer> find(StorefrontId storefront, CustomerId id) {
      return customers.find(storefront, id);
    }

    @Override
    public CommitAnswer commit(Change change) {
      somebodyElse.run();
      return customers.commit(change);
    }
  }
}
