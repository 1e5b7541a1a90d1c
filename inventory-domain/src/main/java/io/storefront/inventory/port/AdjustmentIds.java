package io.storefront.inventory.port;

import io.storefront.inventory.AdjustmentId;

/**
 * Where the ids of new adjustments come from: best {@code adj_} and a UUIDv7. Safe for use by many
 * threads.
 *
 * <p>Guarantees:
 *
 * <ul>
 *   <li>No id is given twice.
 *   <li>No id is given twice to threads that ask at once.
 * </ul>
 */
public interface AdjustmentIds {

  AdjustmentId next();
}
