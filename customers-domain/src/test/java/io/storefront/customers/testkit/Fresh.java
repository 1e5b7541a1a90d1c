package io.storefront.customers.testkit;

import io.storefront.customers.CustomerId;
import io.storefront.customers.StorefrontId;
import java.security.SecureRandom;
import java.util.UUID;

/** Names that no test has used before, because a storage under test is never assumed empty. */
public final class Fresh {
  private static final SecureRandom RANDOM = new SecureRandom();

  private Fresh() {}

  public static CustomerId customerId() {
    return new CustomerId("cus_" + uuid());
  }

  public static StorefrontId storefront() {
    return new StorefrontId("shop-" + uuid());
  }

  public static String request() {
    return "request-" + uuid();
  }

  private static UUID uuid() {
    return new UUID(RANDOM.nextLong(), RANDOM.nextLong());
  }
}
