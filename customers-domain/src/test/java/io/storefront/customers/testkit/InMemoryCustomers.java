package io.storefront.customers.testkit;

import io.storefront.customers.Customer;
import io.storefront.customers.CustomerId;
import io.storefront.customers.Enclosure;
import io.storefront.customers.StorefrontId;
import io.storefront.customers.port.Change;
import io.storefront.customers.port.CommitAnswer;
import io.storefront.customers.port.Customers;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Customers in memory, as strict as any storage; one lock stands for the transactions. */
public final class InMemoryCustomers implements Customers {
  private final Map<CustomerId, Customer> customers = new HashMap<>();
  private final Availability availability = new Availability("Customers");
  private final TakenRequests requests;

  /** Knows {@link Enclosure#NONE} and {@link RequestEnclosure}. */
  public InMemoryCustomers() {
    this(TakenRequests::ofTestkit);
  }

  /** Knows the enclosures of another program: which request, if any, an enclosure takes. */
  public InMemoryCustomers(Function<Enclosure, Optional<String>> requestOf) {
    requests = new TakenRequests(requestOf);
  }

  /** Puts a customer there, whatever was there before. */
  public synchronized InMemoryCustomers holding(Customer customer) {
    customers.put(customer.id(), customer);
    return this;
  }

  /** From now on nothing is done and nothing answered. */
  public synchronized void goAway() {
    availability.goAway();
  }

  public synchronized void comeBack() {
    availability.comeBack();
  }

  /** The next call is done, but its answer does not arrive. */
  public synchronized void loseNextAnswer() {
    availability.loseNextAnswer();
  }

  @Override
  public synchronized Optional<Customer> find(StorefrontId storefront, CustomerId id) {
    return availability.answer(
        () ->
            Optional.ofNullable(customers.get(id))
                .filter(customer -> customer.storefront().equals(storefront)));
  }

  @Override
  public synchronized CommitAnswer commit(Change change) {
    return availability.answer(() -> decide(change));
  }

  private CommitAnswer decide(Change change) {
    Customer next = change.next();
    Optional<Customer> stored = Optional.ofNullable(customers.get(next.id()));
    boolean requestIsTaken = requests.holds(change.enclosure());
    boolean takesNoRequest = change.enclosure().equals(Enclosure.NONE);
    if (stored.filter(next::equals).isPresent() && (requestIsTaken || takesNoRequest)) {
      return new CommitAnswer.Committed();
    }
    if (requestIsTaken) {
      return new CommitAnswer.RequestTaken();
    }
    if (!follows(stored, next)) {
      return new CommitAnswer.Stale();
    }
    customers.put(next.id(), next);
    requests.take(change.enclosure());
    return new CommitAnswer.Committed();
  }

  private static boolean follows(Optional<Customer> stored, Customer next) {
    return stored
        .map(
            before ->
                before.storefront().equals(next.storefront())
                    && before.version() == next.version() - 1)
        .orElse(next.version() == 1);
  }
}
