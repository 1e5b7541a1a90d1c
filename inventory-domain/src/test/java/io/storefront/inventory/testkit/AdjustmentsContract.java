package io.storefront.inventory.testkit;

import static io.storefront.inventory.testkit.StockStage.adjustedTo;
import static io.storefront.inventory.testkit.StockStage.anAdjustment;
import static io.storefront.inventory.testkit.StockStage.reserving;
import static org.assertj.core.api.Assertions.assertThat;

import io.storefront.inventory.Adjustment;
import io.storefront.inventory.Enclosure;
import io.storefront.inventory.Receipt;
import io.storefront.inventory.Sku;
import io.storefront.inventory.StockLevel;
import io.storefront.inventory.port.AdjustAnswer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** The part of {@link StockItemsContract} on adjustments. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
public interface AdjustmentsContract extends StockStage {

  @Test
  default void an_adjustment_moves_on_hand_and_answers_the_resulting_level() {
    Sku tea = unstocked();
    assertThat(adjust(tea, 10)).isEqualTo(adjustedTo(tea, 10, 0));
    claim(Fresh.owner(), 1, reserving(tea, 4));
    assertThat(adjust(tea, -3)).isEqualTo(adjustedTo(tea, 7, 4));
    assertLevel(tea, 7, 4);
  }

  @Test
  default void the_resulting_level_is_sealed_and_stored_in_the_same_commit() {
    Sku tea = stocked(5);
    Enclosure enclosure = enclosing(Fresh.request());
    List<StockLevel> sealed = new ArrayList<>();
    Receipt<StockLevel> receipt =
        level -> {
          sealed.add(level);
          return enclosure;
        };
    stock().adjust(anAdjustment(tea, 2), receipt);
    assertThat(sealed).isNotEmpty().containsOnly(new StockLevel(tea, 7, 0));
    assertThat(stock().adjust(anAdjustment(tea, 2), level -> enclosure))
        .isEqualTo(new AdjustAnswer.RequestTaken());
  }

  @Test
  default void an_adjustment_of_an_unknown_sku_changes_nothing() {
    Sku nothing = Fresh.sku();
    assertThat(adjust(nothing, 1)).isEqualTo(new AdjustAnswer.UnknownSku());
    assertThat(stock().level(nothing)).isEmpty();
  }

  @Test
  default void an_adjustment_never_takes_what_is_reserved() {
    Sku tea = stocked(10);
    claim(Fresh.owner(), 1, reserving(tea, 4));
    assertThat(adjust(tea, -7))
        .isEqualTo(new AdjustAnswer.BelowReserved(new StockLevel(tea, 10, 4)));
    assertLevel(tea, 10, 4);
  }

  @Test
  default void an_adjustment_may_take_all_that_is_available() {
    Sku tea = stocked(10);
    claim(Fresh.owner(), 1, reserving(tea, 4));
    assertThat(adjust(tea, -6)).isEqualTo(adjustedTo(tea, 4, 4));
  }

  @Test
  default void an_adjustment_never_ends_above_the_limit() {
    Sku tea = unstocked();
    int step = Adjustment.MAX_QUANTITY;
    for (long onHand = step; onHand <= StockLevel.MAX_ON_HAND; onHand += step) {
      assertThat(adjust(tea, step)).isEqualTo(adjustedTo(tea, onHand, 0));
    }
    StockLevel full = new StockLevel(tea, StockLevel.MAX_ON_HAND, 0);
    assertThat(adjust(tea, 1)).isEqualTo(new AdjustAnswer.AboveLimit(full));
    assertThat(stock().level(tea)).contains(full);
  }

  @Test
  default void repeating_the_same_adjustment_changes_nothing_and_answers_the_same_level() {
    Sku tea = stocked(5);
    Adjustment adjustment = anAdjustment(tea, 2);
    Receipt<StockLevel> receipt = Receipt.none();
    stock().adjust(adjustment, receipt);
    Adjustment sealed = anAdjustment(tea, 3);
    Enclosure enclosure = enclosing(Fresh.request());
    stock().adjust(sealed, level -> enclosure);
    assertThat(stock().adjust(adjustment, receipt)).isEqualTo(adjustedTo(tea, 7, 0));
    assertThat(stock().adjust(sealed, level -> enclosure)).isEqualTo(adjustedTo(tea, 10, 0));
    assertLevel(tea, 10, 0);
  }

  @Test
  default void an_adjustment_whose_request_is_taken_changes_nothing() {
    Sku tea = stocked(5);
    Sku coffee = stocked(5);
    Enclosure enclosure = enclosing(Fresh.request());
    stock().adjust(anAdjustment(tea, 2), level -> enclosure);
    assertThat(stock().adjust(anAdjustment(coffee, 2), level -> enclosure))
        .isEqualTo(new AdjustAnswer.RequestTaken());
    assertLevel(tea, 7, 0);
    assertLevel(coffee, 5, 0);
  }

  @Test
  default void a_refused_adjustment_does_not_take_its_request() {
    Sku tea = unstocked();
    Enclosure enclosure = enclosing(Fresh.request());
    assertThat(stock().adjust(anAdjustment(tea, -1), level -> enclosure))
        .isEqualTo(new AdjustAnswer.BelowReserved(StockLevel.none(tea)));
    assertThat(stock().adjust(anAdjustment(tea, 1), level -> enclosure))
        .isEqualTo(adjustedTo(tea, 1, 0));
  }
}
