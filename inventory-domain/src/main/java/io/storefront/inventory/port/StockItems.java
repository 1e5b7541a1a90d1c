package io.storefront.inventory.port;

import io.storefront.inventory.Adjustment;
import io.storefront.inventory.ClaimOwner;
import io.storefront.inventory.Receipt;
import io.storefront.inventory.Sku;
import io.storefront.inventory.StockClaim;
import io.storefront.inventory.StockLevel;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/**
 * Storage of stock and of the claims on it. The rules are {@link
 * io.storefront.inventory.ClaimChange} and {@link Adjustment}; storage makes each change atomic and
 * orders those that meet. Safe for use by many threads. Throws {@link
 * io.storefront.inventory.PortUnavailable} when it has no answer; the change may then have happened
 * or not, and repeating it settles which.
 *
 * <p>Guarantees about levels:
 *
 * <ul>
 *   <li>A known product without stock has level zero.
 *   <li>The level of an unknown SKU is absent.
 *   <li>Levels leave out what is unknown.
 * </ul>
 *
 * <p>Guarantees about adjustments:
 *
 * <ul>
 *   <li>An adjustment moves on hand and answers the resulting level.
 *   <li>The resulting level is sealed and stored in the same commit.
 *   <li>An adjustment of an unknown SKU changes nothing.
 *   <li>An adjustment never takes what is reserved.
 *   <li>An adjustment may take all that is available.
 *   <li>An adjustment never ends above the limit.
 *   <li>Repeating the same adjustment changes nothing and answers the same level.
 *   <li>An adjustment whose request is taken changes nothing.
 *   <li>A refused adjustment does not take its request.
 *   <li>Of adjustments racing for the same request exactly one is made.
 *   <li>Adjustments and claims that race never lose a unit.
 * </ul>
 *
 * <p>Guarantees about claims:
 *
 * <ul>
 *   <li>A claim within what is available is held and reserves it.
 *   <li>A held claim is read back as it was stated.
 *   <li>An owner that never claimed has no claim.
 *   <li>A claim for more than is available is short and changes nothing.
 *   <li>A short claim names every short SKU with its numbers.
 *   <li>A claim for an unknown SKU is short with nothing available.
 *   <li>A short claim does not advance the revision.
 *   <li>An increase counts only the units that are not held yet.
 *   <li>A short increase leaves the claim as it was.
 *   <li>A decrease always succeeds.
 *   <li>Stating an older or equal revision again changes nothing.
 *   <li>An empty claim releases everything and keeps its revision.
 *   <li>An empty claim that comes first keeps later older claims out.
 *   <li>Shipping consumes reserved units.
 *   <li>Restocking returns units to what is available.
 *   <li>A SKU missing from a restated claim is released and keeps its history.
 *   <li>Shipped and restocked never go backwards.
 *   <li>The last unit goes to exactly one of many racing owners.
 *   <li>Claims over the same SKUs in opposite orders never block each other.
 *   <li>The same claim stated at once by many is made once.
 *   <li>Revisions that race end with the highest.
 *   <li>Any sequence of claims in any order of revisions conserves stock.
 * </ul>
 */
public interface StockItems {

  /** The level of a known product, or empty. */
  Optional<StockLevel> level(Sku sku);

  /** The levels of those that are known among these. */
  Map<Sku, StockLevel> levels(Collection<Sku> skus);

  /**
   * Moves on hand. The resulting level is only known while the change is being made, so storage
   * itself asks for the seal of that level, once for each try, and stores the enclosure in the same
   * commit. Sealing only computes and is quick.
   */
  AdjustAnswer adjust(Adjustment adjustment, Receipt<StockLevel> receipt);

  /**
   * Makes the owner's claim what is stated here.
   *
   * @throws IllegalArgumentException if shipped or restocked go backwards
   */
  ClaimAnswer claim(StockClaim claim);

  /** The claim that stands, tombstones included, with the history of every product in it. */
  Optional<StockClaim> claimOf(ClaimOwner owner);
}
