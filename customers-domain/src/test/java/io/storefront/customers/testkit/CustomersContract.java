package io.storefront.customers.testkit;

import static io.storefront.customers.testkit.CustomerBuilder.REGISTERED_AT;
import static io.storefront.customers.testkit.CustomerBuilder.aCustomer;
import static io.storefront.customers.testkit.CustomerBuilder.anAddress;
import static org.assertj.core.api.Assertions.assertThat;

import io.storefront.customers.AddressChange;
import io.storefront.customers.Customer;
import io.storefront.customers.CustomerChanges;
import io.storefront.customers.CustomerStatus;
import io.storefront.customers.Enclosure;
import io.storefront.customers.StorefrontId;
import io.storefront.customers.port.Change;
import io.storefront.customers.port.CommitAnswer;
import io.storefront.customers.port.Customers;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** What every {@link Customers} does. The storage need not be empty, and may be shared by tests. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
public interface CustomersContract {
  CommitAnswer COMMITTED = new CommitAnswer.Committed();
  CommitAnswer STALE = new CommitAnswer.Stale();
  CommitAnswer REQUEST_TAKEN = new CommitAnswer.RequestTaken();
  Instant LATER = REGISTERED_AT.plusMillis(1);

  /** The storage under test; the same one for all calls within a test. */
  Customers customers();

  /** An enclosure of the kind that this storage stores, which takes the request. */
  Enclosure enclosing(String request);

  /** What must be there before a customer of this storefront can be. */
  default void prepare(StorefrontId storefront) {}

  @Test
  default void a_committed_customer_is_found_as_it_was_committed() {
    Customer plain = aCustomer().named("Zoë 🛒 'O\"Neil\\").build();
    Customer full = aCustomer().livingAt(anAddress()).blocked().build();
    assertThat(commit(plain)).isEqualTo(COMMITTED);
    assertThat(commit(full)).isEqualTo(COMMITTED);
    assertStored(plain);
    assertStored(full);
  }

  @Test
  default void an_unknown_customer_is_absent() {
    assertThat(customers().find(Fresh.storefront(), Fresh.customerId())).isEmpty();
  }

  @Test
  default void another_storefronts_customer_is_absent() {
    Customer ada = registered();
    assertThat(customers().find(Fresh.storefront(), ada.id())).isEmpty();
  }

  @Test
  default void a_change_that_follows_the_stored_version_is_committed() {
    Customer ada = registered();
    Customer moved = ada.changed(moving(), LATER);
    assertThat(commit(moved)).isEqualTo(COMMITTED);
    assertStored(moved);
    Customer blocked = moved.changed(blocking(), LATER);
    assertThat(commit(blocked)).isEqualTo(COMMITTED);
    assertStored(blocked);
    Customer homeless = blocked.changed(leaving(), LATER);
    assertThat(commit(homeless)).isEqualTo(COMMITTED);
    assertStored(homeless);
  }

  @Test
  default void a_change_based_on_an_old_version_is_stale_and_changes_nothing() {
    Customer ada = registered();
    Customer moved = ada.changed(moving(), LATER);
    commit(moved);
    assertThat(commit(ada.changed(blocking(), LATER))).isEqualTo(STALE);
    assertStored(moved);
  }

  @Test
  default void a_change_of_a_customer_that_was_never_registered_is_stale() {
    Customer nobody = aCustomer().build().changed(blocking(), LATER);
    prepare(nobody.storefront());
    assertThat(commit(nobody)).isEqualTo(STALE);
    assertThat(customers().find(nobody.storefront(), nobody.id())).isEmpty();
  }

  @Test
  default void a_change_under_another_storefront_is_stale_and_changes_nothing() {
    Customer ada = registered();
    StorefrontId thief = Fresh.storefront();
    Customer stolen = new CustomerBuilder(ada).of(thief).build().changed(blocking(), LATER);
    assertThat(commit(stolen)).isEqualTo(STALE);
    assertStored(ada);
    assertThat(customers().find(thief, ada.id())).isEmpty();
  }

  @Test
  default void registering_an_id_that_is_taken_is_stale_and_changes_nothing() {
    Customer ada = registered();
    assertThat(commit(new CustomerBuilder(ada).named("Eve").build())).isEqualTo(STALE);
    assertThat(commit(aCustomer().withId(ada.id()).build())).isEqualTo(STALE);
    assertStored(ada);
  }

  @Test
  default void repeating_the_same_change_answers_committed_again() {
    Customer ada = aCustomer().build();
    prepare(ada.storefront());
    Change registration = new Change(ada, enclosing(Fresh.request()));
    Change move = new Change(ada.changed(moving(), LATER), Enclosure.NONE);
    for (Change change : List.of(registration, move)) {
      assertThat(customers().commit(change)).isEqualTo(COMMITTED);
      assertThat(customers().commit(change)).isEqualTo(COMMITTED);
      assertStored(change.next());
    }
  }

  @Test
  default void repeating_a_change_that_was_followed_by_another_is_stale() {
    Customer ada = registered();
    Customer blocked = ada.changed(blocking(), LATER);
    commit(blocked);
    assertThat(commit(ada)).isEqualTo(STALE);
    assertStored(blocked);
  }

  @Test
  default void a_request_that_is_taken_changes_nothing_and_is_told_before_staleness() {
    Enclosure enclosure = enclosing(Fresh.request());
    Customer ada = registered();
    Customer moved = ada.changed(moving(), LATER);
    assertThat(customers().commit(new Change(moved, enclosure))).isEqualTo(COMMITTED);
    Customer newcomer = aCustomer().build();
    prepare(newcomer.storefront());
    assertThat(customers().commit(new Change(newcomer, enclosure))).isEqualTo(REQUEST_TAKEN);
    assertThat(customers().find(newcomer.storefront(), newcomer.id())).isEmpty();
    Customer stale = ada.changed(blocking(), LATER);
    assertThat(customers().commit(new Change(stale, enclosure))).isEqualTo(REQUEST_TAKEN);
    assertStored(moved);
  }

  @Test
  default void a_stale_change_does_not_take_its_request() {
    Enclosure enclosure = enclosing(Fresh.request());
    Customer ada = registered();
    Customer moved = ada.changed(moving(), LATER);
    commit(moved);
    Customer stale = ada.changed(blocking(), LATER);
    assertThat(customers().commit(new Change(stale, enclosure))).isEqualTo(STALE);
    Customer blocked = moved.changed(blocking(), LATER);
    assertThat(customers().commit(new Change(blocked, enclosure))).isEqualTo(COMMITTED);
    assertStored(blocked);
  }

  @Test
  default void of_changes_racing_from_the_same_version_exactly_one_is_committed() {
    Customer ada = registered();
    List<Customer> changes =
        IntStream.range(0, 8)
            .mapToObj(i -> ada.changed(CustomerChanges.NONE.withName("Ada " + i), LATER))
            .toList();
    List<CommitAnswer> answers = Race.of(8, runner -> () -> commit(changes.get(runner)));
    assertThat(answers).containsOnlyOnce(COMMITTED).containsOnly(COMMITTED, STALE);
    assertStored(changes.get(answers.indexOf(COMMITTED)));
  }

  @Test
  default void of_changes_racing_for_the_same_request_exactly_one_is_committed() {
    Enclosure enclosure = enclosing(Fresh.request());
    List<Customer> newcomers = IntStream.range(0, 8).mapToObj(i -> aCustomer().build()).toList();
    newcomers.forEach(newcomer -> prepare(newcomer.storefront()));
    List<CommitAnswer> answers =
        Race.of(
            8, runner -> () -> customers().commit(new Change(newcomers.get(runner), enclosure)));
    assertThat(answers).containsOnlyOnce(COMMITTED).containsOnly(COMMITTED, REQUEST_TAKEN);
    assertThat(newcomers)
        .filteredOn(one -> customers().find(one.storefront(), one.id()).isPresent())
        .containsExactly(newcomers.get(answers.indexOf(COMMITTED)));
  }

  private Customer registered() {
    Customer ada = aCustomer().build();
    assertThat(commit(ada)).isEqualTo(COMMITTED);
    return ada;
  }

  private CommitAnswer commit(Customer next) {
    prepare(next.storefront());
    return customers().commit(new Change(next, Enclosure.NONE));
  }

  private void assertStored(Customer customer) {
    assertThat(customers().find(customer.storefront(), customer.id())).contains(customer);
  }

  private static CustomerChanges moving() {
    return CustomerChanges.NONE.withAddress(new AddressChange.Set(anAddress()));
  }

  private static CustomerChanges leaving() {
    return CustomerChanges.NONE.withAddress(new AddressChange.Remove());
  }

  private static CustomerChanges blocking() {
    return CustomerChanges.NONE.withStatus(CustomerStatus.BLOCKED);
  }
}
