package io.storefront.inventory.testkit;

import io.storefront.inventory.AdjustmentId;
import io.storefront.inventory.ClaimOwner;
import io.storefront.inventory.Sku;
import java.security.SecureRandom;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Names that no test has used before, because a storage under test is never assumed empty. */
public final class Fresh {
  private static final SecureRandom RANDOM = new SecureRandom();

  private Fresh() {}

  public static Sku sku() {
    return new Sku("SKU-" + uuid());
  }

  /** Fresh SKUs in byte order. */
  public static List<Sku> skus(int count) {
    return Stream.generate(Fresh::sku).limit(count).sorted().toList();
  }

  public static ClaimOwner owner() {
    return new ClaimOwner("ord_" + uuid());
  }

  public static AdjustmentId adjustmentId() {
    return new AdjustmentId("adj_" + uuid());
  }

  public static String request() {
    return "request-" + uuid();
  }

  /** A seed for a test that is different each time. */
  public static long seed() {
    return RANDOM.nextLong();
  }

  private static UUID uuid() {
    return new UUID(RANDOM.nextLong(), RANDOM.nextLong());
  }
}
