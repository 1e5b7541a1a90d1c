package io.storefront.inventory.usecase;

import io.storefront.inventory.Product;
import io.storefront.inventory.Sku;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;

/**
 * Puts a product into the catalogue, or replaces what the catalogue says of it. Putting the same
 * again changes nothing. The last put wins, unless it names the version that it replaces. Safe for
 * use by many threads.
 */
public interface PutProduct {

  /**
   * Puts the whole product.
   *
   * @throws io.storefront.inventory.PortUnavailable if the storage gave no answer, or others kept
   *     changing the product; asking again is safe
   */
  Outcome put(Command command);

  /**
   * The whole product; limits are those of {@link Product}.
   *
   * @param basedOn the only version that may be replaced; empty for whichever there is
   */
  record Command(
      Sku sku, String name, List<Money> unitPrices, boolean active, Optional<Long> basedOn) {

    /**
     * Refuses what breaks a rule.
     *
     * @throws IllegalArgumentException naming the field and the rule that it breaks
     */
    public Command {
      Product.require(name, unitPrices);
      unitPrices = List.copyOf(unitPrices);
    }

    /** Replaces whatever there is. */
    public Command(Sku sku, String name, List<Money> unitPrices, boolean active) {
      this(sku, name, unitPrices, active, Optional.empty());
    }
  }

  /** What became of it; the product is as stored. */
  sealed interface Outcome {

    /** The product is new: version 1, with no stock. */
    record Created(Product product) implements Outcome {}

    /** The product says something else than before. */
    record Replaced(Product product) implements Outcome {}

    /** The product said so already; nothing was written. */
    record Unchanged(Product product) implements Outcome {}

    /** There is another version than the one that was to be replaced; 0 if there is none. */
    record Stale(long currentVersion) implements Outcome {}
  }
}
