package io.storefront.customers;

import static io.storefront.customers.testkit.CustomerBuilder.aCustomer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.storefront.customers.port.Change;
import io.storefront.customers.port.Customers;
import io.storefront.customers.testkit.CustomersContract;
import io.storefront.customers.testkit.Fresh;
import io.storefront.customers.testkit.InMemoryCustomers;
import io.storefront.customers.testkit.RequestEnclosure;
import org.junit.jupiter.api.Test;

class InMemoryCustomersTest implements CustomersContract {
  private final InMemoryCustomers customers = new InMemoryCustomers();

  @Override
  public Customers customers() {
    return customers;
  }

  @Override
  public Enclosure enclosing(String request) {
    return new RequestEnclosure(request);
  }

  @Test
  void a_lost_answer_is_settled_by_repeating_the_change() {
    Customer ada = aCustomer().build();
    Change registration = new Change(ada, enclosing(Fresh.request()));
    customers.loseNextAnswer();
    assertThatExceptionOfType(PortUnavailable.class)
        .isThrownBy(() -> customers.commit(registration))
        .extracting(PortUnavailable::port)
        .isEqualTo("Customers");
    assertThat(customers.commit(registration)).isEqualTo(COMMITTED);
  }

  @Test
  void while_it_is_away_nothing_happens() {
    Customer ada = aCustomer().build();
    customers.goAway();
    assertThatExceptionOfType(PortUnavailable.class)
        .isThrownBy(() -> customers.commit(new Change(ada, Enclosure.NONE)));
    customers.comeBack();
    assertThat(customers.find(ada.storefront(), ada.id())).isEmpty();
  }

  @Test
  void an_enclosure_that_it_could_not_store_is_refused() {
    Enclosure foreign = new Enclosure() {};
    assertThatIllegalArgumentException()
        .isThrownBy(() -> customers.commit(new Change(aCustomer().build(), foreign)));
  }
}
