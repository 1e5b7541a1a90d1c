package io.storefront.orders.broken;

import io.storefront.orders.port.OrderIds;
import io.storefront.orders.testkit.OrderIdsContract;
import java.util.UUID;

/** Ids with one mistake each. */
abstract class BrokenIds implements OrderIdsContract {
  @Mistake(value = "ids are made of the time and nothing else", caughtBy = "no_id_is_given_twice")
  static class ReadsTheClock extends BrokenIds {
    @Override
    public OrderIds ids() {
      return OrderIds.from(() -> new UUID(System.currentTimeMillis(), 0));
    }
  }
}
