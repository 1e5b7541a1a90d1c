package io.storefront.inventory.usecase;

import io.storefront.inventory.Shortage;
import io.storefront.inventory.StockClaim;
import java.util.List;

/**
 * States the whole claim of an owner, as {@link StockClaim} tells. Safe for use by many threads.
 *
 * <ul>
 *   <li>An older or equal revision changes nothing and is held: the owner's later word stands.
 *   <li>Increases are all or nothing; decreases always succeed.
 * </ul>
 */
public interface ClaimStock {

  /**
   * States the claim as it is to be from now on.
   *
   * @throws IllegalArgumentException if shipped or restocked go backwards
   * @throws io.storefront.inventory.PortUnavailable if the storage gave no answer; asking again is
   *     safe
   */
  Outcome claim(StockClaim claim);

  /** What became of it. */
  sealed interface Outcome {

    /** The claim stands, or a later one of the same owner does. */
    record Held() implements Outcome {}

    /** Every product that is short; nothing changed, the revision did not advance. */
    record Short(List<Shortage> shortages) implements Outcome {
      public Short {
        shortages = List.copyOf(shortages);
      }
    }
  }
}
