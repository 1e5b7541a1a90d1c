package io.storefront.inventory;

import static io.storefront.inventory.testkit.ProductBuilder.aProduct;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.storefront.inventory.port.Products;
import io.storefront.inventory.testkit.InMemoryProducts;
import io.storefront.inventory.testkit.ProductsContract;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class InMemoryProductsTest implements ProductsContract {
  private final InMemoryProducts products = new InMemoryProducts();

  @Override
  public Products products() {
    return products;
  }

  @Test
  void a_lost_answer_is_settled_by_repeating_the_put() {
    Product tea = aProduct().build();
    products.loseNextAnswer();
    assertThatExceptionOfType(PortUnavailable.class)
        .isThrownBy(() -> products.put(tea, 0))
        .extracting(PortUnavailable::port)
        .isEqualTo("Products");
    assertThat(products.put(tea, 0)).isEqualTo(SAVED);
  }

  @Test
  void while_it_is_away_nothing_happens() {
    Product tea = aProduct().build();
    products.goAway();
    assertThatExceptionOfType(PortUnavailable.class).isThrownBy(() -> products.put(tea, 0));
    products.comeBack();
    assertThat(products.find(tea.sku())).isEmpty();
  }

  @Test
  void a_put_that_makes_no_sense_is_refused() {
    Product tea = aProduct().build();
    assertThatIllegalArgumentException().isThrownBy(() -> products.put(tea, 1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> products.page(Optional.empty(), 0, Optional.empty()));
  }
}
