package io.storefront.orders.port;

import io.storefront.orders.OrderId;
import io.storefront.orders.RecordId;
import java.time.InstantSource;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * Makes ids that no other instance makes. Implementations are thread-safe.
 *
 * <ul>
 *   <li>No id is given twice.
 * </ul>
 */
public interface OrderIds {
  /** The id of a new order. */
  OrderId nextOrder();

  /** The id of a new record of an order. */
  RecordId nextRecord(RecordId.Kind kind);

  /** The id of a new change. */
  ChangeId nextChange();

  /** Ids made of UUIDs; the supplier is called by many threads. */
  static OrderIds from(Supplier<UUID> uuids) {
    return new OrderIds() {
      @Override
      public OrderId nextOrder() {
        return new OrderId("ord_" + uuids.get());
      }

      @Override
      public RecordId nextRecord(RecordId.Kind kind) {
        return new RecordId(kind, uuids.get());
      }

      @Override
      public ChangeId nextChange() {
        return new ChangeId(uuids.get());
      }
    };
  }

  /**
   * Ids made of UUIDs version 7 (RFC 9562): they begin with the time, so that new orders lie side
   * by side in an index.
   *
   * @param random thread-safe and not to be guessed, such as {@code SecureRandom}
   */
  static OrderIds uuidV7(InstantSource clock, RandomGenerator random) {
    return from(
        () -> {
          long time = (clock.millis() << 16) | 0x7000L | (random.nextLong() & 0x0FFFL);
          long tail = 0x8000000000000000L | (random.nextLong() >>> 2);
          return new UUID(time, tail);
        });
  }
}
