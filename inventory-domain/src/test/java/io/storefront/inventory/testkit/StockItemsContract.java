package io.storefront.inventory.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.storefront.inventory.Sku;
import io.storefront.inventory.StockLevel;
import io.storefront.inventory.port.StockItems;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/**
 * What every {@link StockItems} does. The storage need not be empty, and may be shared by tests.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
public interface StockItemsContract
    extends AdjustmentsContract,
        ClaimsContract,
        RestatedClaimsContract,
        StockRacesContract,
        StockConservationContract {

  @Test
  default void a_known_product_without_stock_has_level_zero() {
    assertLevel(unstocked(), 0, 0);
  }

  @Test
  default void the_level_of_an_unknown_sku_is_absent() {
    assertThat(stock().level(Fresh.sku())).isEmpty();
  }

  @Test
  default void levels_leave_out_what_is_unknown() {
    Sku tea = stocked(3);
    Sku coffee = unstocked();
    assertThat(stock().levels(List.of(tea, Fresh.sku(), coffee, tea)))
        .isEqualTo(Map.of(tea, new StockLevel(tea, 3, 0), coffee, StockLevel.none(coffee)));
    assertThat(stock().levels(List.of())).isEmpty();
  }
}
