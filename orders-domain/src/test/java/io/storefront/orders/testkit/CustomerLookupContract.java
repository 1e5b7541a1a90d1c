package io.storefront.orders.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.storefront.orders.CustomerId;
import io.storefront.orders.CustomerSnapshot;
import io.storefront.orders.PortUnavailable;
import io.storefront.orders.StorefrontId;
import io.storefront.orders.port.CustomerLookup;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** What every customer look-up keeps to, in the words of {@link CustomerLookup}. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
public interface CustomerLookupContract {
  /** The look-up under test. */
  CustomerLookup customers();

  /** A storefront with customers. */
  StorefrontId storefront();

  /** One of its customers, who may order; with a default address, if your customers have any. */
  CustomerSnapshot eligible();

  /** One of its customers, who may not. */
  CustomerId blocked();

  /** Another storefront's customer. */
  CustomerId foreign();

  /** From now on, whatever keeps the customers does not answer. */
  void goAway();

  @Test
  default void an_eligible_customer_comes_with_a_snapshot() {
    CustomerSnapshot eligible = eligible();

    assertThat(customers().check(storefront(), eligible.id()))
        .isEqualTo(new CustomerLookup.Eligible(eligible));
  }

  @Test
  default void unknown_blocked_and_foreign_customers_look_the_same() {
    CustomerId wellFormed = new CustomerId("cus_" + new UUID(7, 7));
    CustomerId strange = new CustomerId("nobody");

    assertThat(List.of(blocked(), foreign(), wellFormed, strange))
        .allSatisfy(
            customer ->
                assertThat(customers().check(storefront(), customer))
                    .isEqualTo(new CustomerLookup.NotEligible()));
  }

  @Test
  default void a_missing_answer_is_never_taken_for_a_no() {
    CustomerId customer = eligible().id();
    goAway();

    assertThatThrownBy(() -> customers().check(storefront(), customer))
        .isInstanceOf(PortUnavailable.class);
  }
}
