package io.storefront.customers.internal;

import static java.time.temporal.ChronoUnit.MILLIS;

import io.storefront.customers.Customer;
import io.storefront.customers.port.Change;
import io.storefront.customers.port.CommitAnswer;
import io.storefront.customers.port.Customers;
import io.storefront.customers.usecase.ChangeCustomer;
import java.time.InstantSource;
import java.util.Optional;

/** A lost race is not tried again: the caller has named the version that it decided on. */
public final class ChangingCustomers implements ChangeCustomer {
  private final Customers customers;
  private final InstantSource clock;

  public ChangingCustomers(Customers customers, InstantSource clock) {
    this.customers = customers;
    this.clock = clock;
  }

  @Override
  public Outcome change(Command command) {
    Optional<Customer> found = find(command);
    if (found.isEmpty()) {
      return new Outcome.NotFound();
    }
    Customer current = found.get();
    if (current.version() != command.expectedVersion()) {
      return new Outcome.Stale(current.version());
    }
    Customer next = current.changed(command.changes(), clock.instant().truncatedTo(MILLIS));
    return next.equals(current) ? new Outcome.Changed(current) : commit(command, next);
  }

  private Outcome commit(Command command, Customer next) {
    Outcome.Changed changed = new Outcome.Changed(next);
    Change change = new Change(next, command.receipt().seal(changed));
    return switch (customers.commit(change)) {
      case CommitAnswer.Committed() -> changed;
      case CommitAnswer.RequestTaken() -> new Outcome.RequestTaken();
      case CommitAnswer.Stale() ->
          find(command)
              .<Outcome>map(current -> new Outcome.Stale(current.version()))
              .orElseGet(Outcome.NotFound::new);
    };
  }

  private Optional<Customer> find(Command command) {
    return customers.find(command.storefront(), command.id());
  }
}
