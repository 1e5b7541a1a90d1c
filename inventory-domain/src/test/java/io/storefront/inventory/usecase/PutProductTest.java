package io.storefront.inventory.usecase;

import static io.storefront.inventory.testkit.ProductBuilder.aProduct;
import static io.storefront.inventory.usecase.InventoryStage.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.storefront.inventory.PortUnavailable;
import io.storefront.inventory.Product;
import io.storefront.inventory.Sku;
import io.storefront.inventory.port.Products;
import io.storefront.inventory.port.PutAnswer;
import io.storefront.inventory.usecase.PutProduct.Command;
import io.storefront.inventory.usecase.PutProduct.Outcome.Created;
import io.storefront.inventory.usecase.PutProduct.Outcome.Replaced;
import io.storefront.inventory.usecase.PutProduct.Outcome.Stale;
import io.storefront.inventory.usecase.PutProduct.Outcome.Unchanged;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.joda.money.Money;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PutProductTest {
  private static final Money EURO = Money.parse("EUR 1.00");
  private static final Money DOLLAR = Money.parse("USD 2.00");

  private final InventoryStage stage = new InventoryStage();
  private final Product tea = aProduct().at("EUR 1.00", "USD 2.00").build();

  @Test
  void a_product_that_is_new_is_created_as_version_1_with_the_time_in_milliseconds() {
    Product created = new Product(tea.sku(), "Tea", List.of(EURO), true, 1, NOW, NOW);
    assertThat(put("Tea", EURO)).isEqualTo(new Created(created));
    assertThat(stage.products.find(tea.sku())).contains(created);
  }

  @Test
  void a_product_that_says_something_else_is_replaced() {
    stage.products.holding(tea);
    Product replaced = tea.replaced("Tee", List.of(EURO), true, NOW);
    assertThat(put("Tee", EURO)).isEqualTo(new Replaced(replaced));
    assertThat(stage.products.find(tea.sku())).contains(replaced);
  }

  @Test
  void putting_the_same_again_changes_nothing_whatever_the_order_of_prices() {
    stage.products.holding(tea);
    assertThat(put("Tea", DOLLAR, EURO)).isEqualTo(new Unchanged(tea));
    assertThat(stage.products.find(tea.sku())).contains(tea);
  }

  @Test
  void somebody_who_was_faster_is_replaced() {
    Busy busy = new Busy(4);
    assertThat(stage.useCases(busy).putProduct().put(command("Tea", EURO)))
        .isEqualTo(new Replaced(new Product(tea.sku(), "Tea", List.of(EURO), true, 5, NOW, NOW)));
  }

  @Test
  void a_put_that_names_its_version_never_replaces_another_not_even_one_that_comes_in_between() {
    Busy busy = new Busy(1);
    stage.products.holding(tea);
    Command based = new Command(tea.sku(), "Tee", List.of(EURO), true, Optional.of(1L));
    assertThat(stage.useCases(busy).putProduct().put(based)).isEqualTo(new Stale(2));
    assertThat(stage.products.find(tea.sku()).map(Product::name)).contains("Other 1");
    assertThat(stage.useCases().putProduct().put(based)).isEqualTo(new Stale(2));
  }

  @Test
  void after_5_tries_the_catalogue_counts_as_unavailable() {
    Busy busy = new Busy(5);
    assertThatExceptionOfType(PortUnavailable.class)
        .isThrownBy(() -> stage.useCases(busy).putProduct().put(command("Tea", EURO)))
        .withRootCauseInstanceOf(IllegalStateException.class);
  }

  @Test
  void a_lost_answer_is_settled_by_putting_again() {
    stage.products.holding(tea);
    stage.products.goAway();
    assertThatExceptionOfType(PortUnavailable.class).isThrownBy(() -> put("Tee", EURO));
    stage.products.comeBack();
    assertThat(put("Tee", EURO)).isInstanceOf(Replaced.class);
    assertThat(put("Tee", EURO)).isInstanceOf(Unchanged.class);
  }

  @Test
  void a_command_that_could_never_be_done_cannot_be_given() {
    assertThatIllegalArgumentException().isThrownBy(() -> command("", EURO));
    assertThatIllegalArgumentException().isThrownBy(() -> command("Tea", EURO, EURO));
  }

  private PutProduct.Outcome put(String name, Money... prices) {
    return stage.useCases().putProduct().put(command(name, prices));
  }

  private Command command(String name, Money... prices) {
    return new Command(tea.sku(), name, List.of(prices), true);
  }

  /** Somebody else puts another name right before each of the first puts. */
  private final class Busy implements Products {
    private int others;

    private Busy(int others) {
      this.others = others;
    }

    @Override
    public Optional<Product> find(Sku sku) {
      return stage.products.find(sku);
    }

    @Override
    public Map<Sku, Product> findAll(Collection<Sku> skus) {
      return stage.products.findAll(skus);
    }

    @Override
    public PutAnswer put(Product next, long basedOn) {
      if (others > 0) {
        String name = "Other " + others--;
        stage.products.put(
            new Product(next.sku(), name, List.of(), true, next.version(), NOW, NOW), basedOn);
      }
      return stage.products.put(next, basedOn);
    }

    @Override
    public List<Product> page(Optional<Sku> after, int limit, Optional<Boolean> active) {
      return stage.products.page(after, limit, active);
    }
  }
}
