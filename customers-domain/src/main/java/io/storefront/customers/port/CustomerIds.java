package io.storefront.customers.port;

import io.storefront.customers.CustomerId;

/**
 * Where the ids of new customers come from: best {@code cus_} and a UUIDv7. Safe for use by many
 * threads.
 *
 * <p>Guarantees:
 *
 * <ul>
 *   <li>No id is given twice.
 *   <li>No id is given twice to threads that ask at once.
 * </ul>
 */
public interface CustomerIds {

  CustomerId next();
}
