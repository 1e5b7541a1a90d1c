package io.storefront.customers.internal;

import static java.time.temporal.ChronoUnit.MILLIS;

import io.storefront.customers.Customer;
import io.storefront.customers.port.Change;
import io.storefront.customers.port.CommitAnswer;
import io.storefront.customers.port.CustomerIds;
import io.storefront.customers.port.Customers;
import io.storefront.customers.usecase.RegisterCustomer;
import java.time.InstantSource;

/** Registering needs nothing read first: the id is new. */
public final class RegisteringCustomers implements RegisterCustomer {
  private final Customers customers;
  private final CustomerIds ids;
  private final InstantSource clock;

  public RegisteringCustomers(Customers customers, CustomerIds ids, InstantSource clock) {
    this.customers = customers;
    this.ids = ids;
    this.clock = clock;
  }

  @Override
  public Outcome register(Command command) {
    Outcome.Registered registered =
        new Outcome.Registered(
            Customer.register(
                ids.next(),
                command.storefront(),
                command.name(),
                command.email(),
                command.defaultAddress(),
                clock.instant().truncatedTo(MILLIS)));
    Change change = new Change(registered.customer(), command.receipt().seal(registered));
    return switch (customers.commit(change)) {
      case CommitAnswer.Committed() -> registered;
      case CommitAnswer.RequestTaken() -> new Outcome.RequestTaken();
      case CommitAnswer.Stale() ->
          throw new IllegalStateException(
              "CustomerIds gave an id that is taken: " + registered.customer().id());
    };
  }
}
