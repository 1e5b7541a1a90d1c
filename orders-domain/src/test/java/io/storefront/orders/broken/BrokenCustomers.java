package io.storefront.orders.broken;

import io.storefront.orders.CustomerId;
import io.storefront.orders.CustomerSnapshot;
import io.storefront.orders.PortUnavailable;
import io.storefront.orders.StorefrontId;
import io.storefront.orders.port.CustomerLookup;
import io.storefront.orders.testkit.CustomerLookupContract;
import io.storefront.orders.testkit.InMemoryCustomerLookup;
import io.storefront.orders.testkit.OrderBuilder;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;

/** Customer look-ups with one mistake each; right, but for what a class gets wrong. */
abstract class BrokenCustomers implements CustomerLookupContract, CustomerLookup {
  static final StorefrontId ELSEWHERE = new StorefrontId("elsewhere");
  static final CustomerSnapshot ADA =
      new CustomerSnapshot(
          new CustomerId("cus_" + new UUID(1, 1)),
          OrderBuilder.ADA.name(),
          OrderBuilder.ADA.email(),
          OrderBuilder.ADA.defaultAddress());
  static final CustomerId BLOCKED = new CustomerId("cus_" + new UUID(2, 2));

  final InMemoryCustomerLookup right = new InMemoryCustomerLookup();

  @Override
  public CustomerLookup customers() {
    return this;
  }

  @Override
  public StorefrontId storefront() {
    return OrderBuilder.STOREFRONT;
  }

  @Override
  public CustomerSnapshot eligible() {
    right.allow(storefront(), ADA);
    return ADA;
  }

  @Override
  public CustomerId blocked() {
    return BLOCKED;
  }

  @Override
  public CustomerId foreign() {
    return right.allow(ELSEWHERE, "cus_" + new UUID(3, 3));
  }

  @Override
  public void goAway() {
    right.goAway();
  }

  @Override
  public Eligibility check(StorefrontId storefront, CustomerId customer) {
    return right.check(storefront, customer);
  }

  @Mistake(
      value = "another storefront's customer is found",
      caughtBy = "unknown_blocked_and_foreign_customers_look_the_same")
  static class ForgetsTheStorefront extends BrokenCustomers {
    @Override
    public Eligibility check(StorefrontId storefront, CustomerId customer) {
      return super.check(storefront, customer) instanceof Eligible yes
          ? yes
          : super.check(ELSEWHERE, customer);
    }
  }

  @Mistake(
      value = "a blocked customer may order",
      caughtBy = "unknown_blocked_and_foreign_customers_look_the_same")
  static class ForgetsTheBlock extends BrokenCustomers {
    @Override
    public Eligibility check(StorefrontId storefront, CustomerId customer) {
      return customer.equals(BLOCKED)
          ? new Eligible(
              new CustomerSnapshot(customer, "Mallory", "m@example.com", Optional.empty()))
          : super.check(storefront, customer);
    }
  }

  @Mistake(
      value = "an unknown customer is thrown",
      caughtBy = "unknown_blocked_and_foreign_customers_look_the_same")
  static class Throws extends BrokenCustomers {
    @Override
    public Eligibility check(StorefrontId storefront, CustomerId customer) {
      if (super.check(storefront, customer) instanceof Eligible yes) {
        return yes;
      }
      throw new NoSuchElementException();
    }
  }

  @Mistake(
      value = "an id of another form than one's own breaks it",
      caughtBy = "unknown_blocked_and_foreign_customers_look_the_same")
  static class StumblesOverStrangeIds extends BrokenCustomers {
    @Override
    public Eligibility check(StorefrontId storefront, CustomerId customer) {
      UUID id = UUID.fromString(customer.value().substring("cus_".length()));
      return super.check(storefront, new CustomerId("cus_" + id));
    }
  }

  @Mistake(
      value = "the snapshot lacks the customer's address",
      caughtBy = "an_eligible_customer_comes_with_a_snapshot")
  static class LosesTheAddress extends BrokenCustomers {
    @Override
    public Eligibility check(StorefrontId storefront, CustomerId customer) {
      return super.check(storefront, customer) instanceof Eligible(var who)
          ? new Eligible(new CustomerSnapshot(who.id(), who.name(), who.email(), Optional.empty()))
          : new NotEligible();
    }
  }

  @Mistake(
      value = "who cannot be looked up may not order",
      caughtBy = "a_missing_answer_is_never_taken_for_a_no")
  static class TakesSilenceForANo extends BrokenCustomers {
    @Override
    public Eligibility check(StorefrontId storefront, CustomerId customer) {
      try {
        return super.check(storefront, customer);
      } catch (PortUnavailable e) {
        return new NotEligible();
      }
    }
  }
}
