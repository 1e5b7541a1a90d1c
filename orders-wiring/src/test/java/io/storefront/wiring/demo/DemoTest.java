package io.storefront.wiring.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.storefront.adapters.testkit.TestDatabase;
import io.storefront.app.access.ApiKeyText;
import io.storefront.wiring.OrdersApplication;
import io.storefront.wiring.OrdersConfig;
import io.storefront.wiring.StartMode;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DemoTest {
  private final TestDatabase database = TestDatabase.create();

  @ParameterizedTest
  @ValueSource(strings = {DemoKeys.AURORA, DemoKeys.HARBOR, DemoKeys.OPERATOR})
  void the_published_keys_have_valid_checksums(String key) {
    assertThat(ApiKeyText.parse(key)).isPresent();
  }

  @Test
  void loading_the_demo_twice_changes_nothing() {
    start().close();
    String before = everything();

    start().close();

    assertThat(everything()).isEqualTo(before).isEqualTo("2 10 30 10000 10 5 3");
  }

  @Test
  void a_load_that_was_cut_off_is_completed_and_puts_no_stock_twice() {
    start().close();
    String before = everything();
    database.execute("DELETE FROM api_key", "DELETE FROM customer WHERE name LIKE 'A%'");

    start().close();

    assertThat(everything()).isEqualTo(before);
  }

  @Test
  void instances_that_load_it_at_once_do_not_disturb_each_other() {
    List<CompletableFuture<OrdersApplication>> starts =
        IntStream.range(0, 4).mapToObj(n -> CompletableFuture.supplyAsync(this::start)).toList();
    starts.forEach(start -> start.join().close());

    assertThat(everything()).isEqualTo("2 10 30 10000 10 5 3");
  }

  private OrdersApplication start() {
    return OrdersApplication.start(
        OrdersConfig.fromEnv(
            Map.of(
                "DATABASE_URL", database.jdbcUrl(),
                "DATABASE_USER", database.user(),
                "DATABASE_PASSWORD", database.password(),
                "DATABASE_POOL_SIZE", "2",
                "DEMO_DATA", "true")),
        StartMode.NORMAL);
  }

  private String everything() {
    return String.join(
        " ",
        List.of(
                "SELECT count(*) FROM storefront",
                "SELECT count(*) FROM product",
                "SELECT count(*) FROM product_price",
                "SELECT sum(on_hand) FROM stock",
                "SELECT count(*) FROM stock_ledger",
                "SELECT count(*) FROM customer",
                "SELECT count(*) FROM api_key")
            .stream()
            .map(query -> Long.toString(database.number(query)))
            .toList());
  }
}
