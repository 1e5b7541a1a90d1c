package io.storefront.inventory.port;

import io.storefront.inventory.Product;
import io.storefront.inventory.Sku;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Storage of the catalogue. Safe for use by many threads. Throws {@link
 * io.storefront.inventory.PortUnavailable} when it has no answer; a put may then have happened or
 * not, and repeating it settles which.
 *
 * <p>Guarantees:
 *
 * <ul>
 *   <li>A saved product is found as it was put.
 *   <li>An unknown SKU is absent.
 *   <li>SKUs that differ in case are different products.
 *   <li>Finding all leaves out what is unknown.
 *   <li>Finding none is an empty map.
 *   <li>A put based on the stored version is saved.
 *   <li>A put based on an old version is stale and changes nothing.
 *   <li>A put of a new product is stale once the SKU is taken.
 *   <li>A put based on a version of an unknown product is stale.
 *   <li>Repeating the same put answers saved again.
 *   <li>Of puts racing from the same version exactly one is saved.
 *   <li>A page holds the SKUs after the given one in byte order.
 *   <li>A page holds no more than its limit.
 *   <li>A page can be of active or of inactive products only.
 * </ul>
 */
public interface Products {

  Optional<Product> find(Sku sku);

  /** The products that are known among these. */
  Map<Sku, Product> findAll(Collection<Sku> skus);

  /**
   * Stores the product if the stored one has the version that this one is based on.
   *
   * @param basedOn 0 for a product that is not there yet, else one less than the product's version
   */
  PutAnswer put(Product next, long basedOn);

  /**
   * The next products.
   *
   * @param after the last SKU of the page before, or empty for the first page
   * @param limit at least 1
   * @param active empty for all products
   */
  List<Product> page(Optional<Sku> after, int limit, Optional<Boolean> active);
}
