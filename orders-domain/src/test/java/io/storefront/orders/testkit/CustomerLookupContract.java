package io.storefront.orders.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.storefront.orders.CustomerId;
import io.storefront.orders.StorefrontId;
import io.storefront.orders.port.CustomerLookup;
import java.util.List;
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

  /** One of its customers, who may order. */
  CustomerId eligible();

  /** One of its customers, who may not. */
  CustomerId blocked();

  /** Another storefront's customer. */
  CustomerId foreign();

  @Test
  default void an_eligible_customer_comes_with_a_snapshot() {
    assertThat(customers().check(storefront(), eligible()))
        .isInstanceOfSatisfying(
            CustomerLookup.Eligible.class,
            yes -> {
              assertThat(yes.customer().id()).isEqualTo(eligible());
              assertThat(yes.customer().name()).isNotBlank();
              assertThat(yes.customer().email()).contains("@");
            });
  }

  @Test
  default void unknown_blocked_and_foreign_customers_look_the_same() {
    CustomerId wellFormed = new CustomerId("cus_" + new java.util.UUID(7, 7));
    CustomerId strange = new CustomerId("nobody");

    assertThat(List.of(blocked(), foreign(), wellFormed, strange))
        .allSatisfy(
            customer ->
                assertThat(customers().check(storefront(), customer))
                    .isEqualTo(new CustomerLookup.NotEligible()));
  }
}
