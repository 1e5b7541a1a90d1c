package io.storefront.inventory.testkit;

import static io.storefront.inventory.testkit.ProductBuilder.PUT_AT;
import static io.storefront.inventory.testkit.ProductBuilder.aProduct;
import static org.assertj.core.api.Assertions.assertThat;

import io.storefront.inventory.Product;
import io.storefront.inventory.Sku;
import io.storefront.inventory.port.Products;
import io.storefront.inventory.port.PutAnswer;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** What every {@link Products} does. The storage need not be empty, and may be shared by tests. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
public interface ProductsContract {
  PutAnswer SAVED = new PutAnswer.Saved();
  PutAnswer STALE = new PutAnswer.Stale();

  /** The storage under test; the same one for all calls within a test. */
  Products products();

  @Test
  default void a_saved_product_is_found_as_it_was_put() {
    Product plain = saved(aProduct().named("Zoë's tea 🍵 \"\\").at("EUR 0.01", "JPY 2500"));
    Product free = saved(aProduct().inactive().at("KWD 0.000", "USD 999999999.00"));
    Product priceless = saved(aProduct().at());
    for (Product product : List.of(plain, free, priceless)) {
      assertThat(products().find(product.sku())).contains(product);
    }
  }

  @Test
  default void an_unknown_sku_is_absent() {
    assertThat(products().find(Fresh.sku())).isEmpty();
  }

  @Test
  default void skus_that_differ_in_case_are_different_products() {
    Product upper = saved(aProduct());
    Sku lower = new Sku(upper.sku().value().toLowerCase(Locale.ROOT));
    assertThat(products().find(lower)).isEmpty();
    Product other = saved(aProduct().withSku(lower).named("Coffee"));
    assertThat(products().find(upper.sku())).contains(upper);
    assertThat(products().find(lower)).contains(other);
  }

  @Test
  default void finding_all_leaves_out_what_is_unknown() {
    Product tea = saved(aProduct());
    Product coffee = saved(aProduct().inactive().at("EUR 1.00", "JPY 2", "USD 3.00"));
    List<Sku> skus = List.of(coffee.sku(), Fresh.sku(), tea.sku(), tea.sku());
    assertThat(products().findAll(skus)).isEqualTo(Map.of(tea.sku(), tea, coffee.sku(), coffee));
  }

  @Test
  default void finding_none_is_an_empty_map() {
    assertThat(products().findAll(List.of())).isEmpty();
  }

  @Test
  default void a_put_based_on_the_stored_version_is_saved() {
    Product tea = saved(aProduct().at("EUR 1.00", "USD 2.00"));
    Product dearer = tea.replaced("Tee", pricesOf("EUR 3.00", "JPY 4"), false, later());
    assertThat(products().put(dearer, 1)).isEqualTo(SAVED);
    assertThat(products().find(tea.sku())).contains(dearer);
  }

  @Test
  default void a_put_based_on_an_old_version_is_stale_and_changes_nothing() {
    Product tea = saved(aProduct());
    Product renamed = renamed(tea, "Tee");
    products().put(renamed, 1);
    assertThat(products().put(renamed(tea, "Thé"), 1)).isEqualTo(STALE);
    assertThat(products().find(tea.sku())).contains(renamed);
  }

  @Test
  default void a_put_of_a_new_product_is_stale_once_the_sku_is_taken() {
    Product tea = saved(aProduct());
    Product coffee = aProduct().withSku(tea.sku()).named("Coffee").build();
    assertThat(products().put(coffee, 0)).isEqualTo(STALE);
    assertThat(products().find(tea.sku())).contains(tea);
  }

  @Test
  default void a_put_based_on_a_version_of_an_unknown_product_is_stale() {
    Product second = renamed(aProduct().build(), "Tee");
    assertThat(products().put(second, 1)).isEqualTo(STALE);
    assertThat(products().find(second.sku())).isEmpty();
  }

  @Test
  default void repeating_the_same_put_answers_saved_again() {
    Product tea = saved(aProduct().at("EUR 1.00", "JPY 2"));
    assertThat(products().put(tea, 0)).isEqualTo(SAVED);
    Product renamed = renamed(tea, "Tee");
    assertThat(products().put(renamed, 1)).isEqualTo(SAVED);
    assertThat(products().put(renamed, 1)).isEqualTo(SAVED);
    assertThat(products().find(tea.sku())).contains(renamed);
  }

  @Test
  default void of_puts_racing_from_the_same_version_exactly_one_is_saved() {
    Product tea = saved(aProduct());
    Product coffee = aProduct().build();
    for (Product base : List.of(renamed(tea, "Tee"), coffee)) {
      List<PutAnswer> answers =
          Race.of(
              8,
              runner ->
                  () ->
                      products()
                          .put(
                              new ProductBuilder(base).named("Runner " + runner).build(),
                              base.version() - 1));
      assertThat(answers).containsOnlyOnce(SAVED).containsOnly(SAVED, STALE);
      assertThat(products().find(base.sku()).map(Product::name))
          .contains("Runner " + answers.indexOf(SAVED));
    }
  }

  @Test
  default void a_page_holds_the_skus_after_the_given_one_in_byte_order() {
    String start = Fresh.sku().value();
    List<Sku> inByteOrder =
        Stream.of("", "-", ".", "0", "9", "A", "Z", "_", "a", "aB", "ab", "z")
            .map(end -> new Sku(start + end))
            .toList();
    inByteOrder.reversed().forEach(sku -> saved(aProduct().withSku(sku)));
    List<Sku> paged =
        products().page(Optional.of(inByteOrder.getFirst()), 11, Optional.empty()).stream()
            .map(Product::sku)
            .toList();
    assertThat(paged).isEqualTo(inByteOrder.subList(1, 12));
  }

  @Test
  default void a_page_holds_no_more_than_its_limit() {
    IntStream.range(0, 3).forEach(i -> saved(aProduct()));
    List<Product> first = products().page(Optional.empty(), 2, Optional.empty());
    assertThat(first).hasSize(2);
    assertThat(products().page(Optional.of(first.getFirst().sku()), 1, Optional.empty()))
        .containsExactly(first.getLast());
  }

  @Test
  default void a_page_can_be_of_active_or_of_inactive_products_only() {
    String start = Fresh.sku().value();
    Product active = saved(aProduct().withSku(new Sku(start + "1")));
    Product inactive = saved(aProduct().withSku(new Sku(start + "2")).inactive());
    Optional<Sku> before = Optional.of(new Sku(start));
    assertThat(products().page(before, 1, Optional.of(true))).containsExactly(active);
    assertThat(products().page(before, 1, Optional.of(false))).containsExactly(inactive);
  }

  private Product saved(ProductBuilder builder) {
    Product product = builder.build();
    assertThat(products().put(product, 0)).isEqualTo(SAVED);
    return product;
  }

  private static Product renamed(Product product, String name) {
    return product.replaced(name, product.unitPrices(), product.active(), later());
  }

  private static List<Money> pricesOf(String... prices) {
    return aProduct().at(prices).build().unitPrices();
  }

  private static Instant later() {
    return PUT_AT.plusMillis(1);
  }
}
