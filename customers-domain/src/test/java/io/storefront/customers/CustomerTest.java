package io.storefront.customers;

import static io.storefront.customers.testkit.CustomerBuilder.REGISTERED_AT;
import static io.storefront.customers.testkit.CustomerBuilder.aCustomer;
import static io.storefront.customers.testkit.CustomerBuilder.anAddress;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CustomerTest {
  private static final Instant LATER = REGISTERED_AT.plusSeconds(60);

  @Test
  void a_new_customer_is_active_and_of_version_1() {
    Customer ada = aCustomer().build();
    assertThat(ada.status()).isEqualTo(CustomerStatus.ACTIVE);
    assertThat(ada.version()).isEqualTo(1);
    assertThat(ada.createdAt()).isEqualTo(ada.updatedAt()).isEqualTo(REGISTERED_AT);
  }

  @Test
  void a_blocked_customer_places_no_orders() {
    assertThat(aCustomer().build().mayOrder()).isTrue();
    assertThat(aCustomer().blocked().build().mayOrder()).isFalse();
  }

  @Test
  void a_change_that_changes_something_raises_the_version_by_one() {
    Customer ada = aCustomer().livingAt(anAddress()).build();
    Customer changed =
        ada.changed(
            new CustomerChanges(
                Optional.of("Ada King"),
                Optional.of("king@example.com"),
                new AddressChange.Remove(),
                Optional.of(CustomerStatus.BLOCKED)),
            LATER);
    assertThat(changed)
        .isEqualTo(
            new Customer(
                ada.id(),
                ada.storefront(),
                "Ada King",
                "king@example.com",
                Optional.empty(),
                CustomerStatus.BLOCKED,
                2,
                REGISTERED_AT,
                LATER));
  }

  @Test
  void a_change_that_changes_nothing_leaves_the_customer_as_it_is() {
    Customer ada = aCustomer().livingAt(anAddress()).build();
    CustomerChanges same =
        new CustomerChanges(
            Optional.of(ada.name()),
            Optional.of(ada.email()),
            new AddressChange.Set(anAddress()),
            Optional.of(ada.status()));
    assertThat(ada.changed(same, LATER)).isEqualTo(ada);
    assertThat(ada.changed(CustomerChanges.NONE, LATER)).isEqualTo(ada);
  }

  @Test
  void a_slow_clock_does_not_turn_a_customers_time_back() {
    Customer ada = aCustomer().build();
    Instant earlier = REGISTERED_AT.minusSeconds(60);
    Customer blocked = ada.changed(blocking(), earlier);
    assertThat(blocked.updatedAt()).isEqualTo(REGISTERED_AT);
  }

  @Test
  void a_name_has_at_most_200_characters() {
    assertThat(Customer.MAX_NAME).isEqualTo(200);
    assertThatCode(() -> Customer.requireName("é".repeat(200))).doesNotThrowAnyException();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Customer.requireName("é".repeat(201)))
        .withMessage("name must have at most 200 characters");
  }

  @Test
  void an_email_has_at_most_254_characters() {
    assertThat(Customer.MAX_EMAIL).isEqualTo(254);
    assertThatCode(() -> Customer.requireEmail("a".repeat(252) + "@b")).doesNotThrowAnyException();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Customer.requireEmail("a".repeat(253) + "@b"))
        .withMessage("email must have at most 254 characters");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ada", "@example.com", "ada@", "a@b@c", "a da@example.com", "ada@b c"})
  void an_email_has_the_form_name_at_domain(String email) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Customer.requireEmail(email))
        .withMessage("email must have the form name@domain");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a\u0000", "a\n", "a\u007f", "a\u0085", "a\ufffe", "a\uffff", "a\ufdd0", "a\ud800"
      })
  void a_name_holds_no_control_characters_or_non_characters(String name) {
    assertThatIllegalArgumentException().isThrownBy(() -> Customer.requireName(name));
  }

  @Test
  void a_name_holds_no_non_characters_of_the_higher_planes() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Customer.requireName("a" + Character.toString(0x1FFFE)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\u2003"})
  void a_name_is_not_blank(String name) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Customer.requireName(name))
        .withMessage("name must not be blank");
  }

  @Test
  void changes_to_something_that_cannot_be_are_refused_at_once() {
    assertThatIllegalArgumentException().isThrownBy(() -> CustomerChanges.NONE.withName(" "));
    assertThatIllegalArgumentException().isThrownBy(() -> CustomerChanges.NONE.withEmail("ada"));
  }

  @Test
  void there_is_no_version_below_1() {
    Customer ada = aCustomer().build();
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new Customer(
                    ada.id(),
                    ada.storefront(),
                    ada.name(),
                    ada.email(),
                    ada.defaultAddress(),
                    ada.status(),
                    0,
                    ada.createdAt(),
                    ada.updatedAt()))
        .withMessage("version must be at least 1");
  }

  private static CustomerChanges blocking() {
    return CustomerChanges.NONE.withStatus(CustomerStatus.BLOCKED);
  }
}
