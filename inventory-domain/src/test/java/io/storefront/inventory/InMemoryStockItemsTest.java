package io.storefront.inventory;

import static io.storefront.inventory.testkit.StockStage.adjustedTo;
import static io.storefront.inventory.testkit.StockStage.anAdjustment;
import static io.storefront.inventory.testkit.StockStage.reserving;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.storefront.inventory.port.Products;
import io.storefront.inventory.port.StockItems;
import io.storefront.inventory.testkit.Fresh;
import io.storefront.inventory.testkit.InMemoryProducts;
import io.storefront.inventory.testkit.InMemoryStockItems;
import io.storefront.inventory.testkit.RequestEnclosure;
import io.storefront.inventory.testkit.StockItemsContract;
import org.junit.jupiter.api.Test;

class InMemoryStockItemsTest implements StockItemsContract {
  private final InMemoryProducts products = new InMemoryProducts();
  private final InMemoryStockItems stock = new InMemoryStockItems(products);

  @Override
  public StockItems stock() {
    return stock;
  }

  @Override
  public Products products() {
    return products;
  }

  @Override
  public Enclosure enclosing(String request) {
    return new RequestEnclosure(request);
  }

  @Override
  public int sequences() {
    return 1_000;
  }

  @Test
  void a_lost_answer_is_settled_by_repeating_the_adjustment() {
    Sku tea = unstocked();
    Adjustment adjustment = anAdjustment(tea, 5);
    stock.loseNextAnswer();
    assertThatExceptionOfType(PortUnavailable.class)
        .isThrownBy(() -> stock.adjust(adjustment, Receipt.none()))
        .extracting(PortUnavailable::port)
        .isEqualTo("StockItems");
    assertThat(stock.adjust(adjustment, Receipt.none())).isEqualTo(adjustedTo(tea, 5, 0));
  }

  @Test
  void while_it_is_away_nothing_happens() {
    Sku tea = unstocked();
    stock.goAway();
    assertThatExceptionOfType(PortUnavailable.class).isThrownBy(() -> adjust(tea, 5));
    stock.comeBack();
    assertLevel(tea, 0, 0);
  }

  @Test
  void the_counters_can_be_computed_from_the_ledger() {
    Sku tea = stocked(10);
    ClaimOwner owner = Fresh.owner();
    claim(owner, 1, reserving(tea, 6));
    claim(owner, 2, new ClaimedLine(tea, 3, 2, 0));
    claim(owner, 3, new ClaimedLine(tea, 4, 3, 2));
    adjust(tea, -2);
    long onHand =
        sum(LedgerKind.RECEIVED)
            + sum(LedgerKind.ADJUSTED)
            + sum(LedgerKind.RESTOCKED)
            - sum(LedgerKind.SHIPPED);
    long reserved = sum(LedgerKind.CLAIMED) - sum(LedgerKind.RELEASED) - sum(LedgerKind.SHIPPED);
    assertLevel(tea, onHand, reserved);
    assertLevel(tea, 7, 4);
  }

  private long sum(LedgerKind kind) {
    return stock.ledger().stream()
        .filter(entry -> entry.kind() == kind)
        .mapToLong(LedgerEntry::quantity)
        .sum();
  }
}
