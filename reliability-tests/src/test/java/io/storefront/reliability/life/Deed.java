package io.storefront.reliability.life;

import io.storefront.orders.CarrierEvent;
import io.storefront.orders.RecordId;
import java.util.Map;
import java.util.Optional;

/**
 * An act as the model knows it. Units are counts by a line's number; none means all there are,
 * where the act allows that.
 */
sealed interface Deed {
  record Ship(Map<Integer, Integer> units) implements Deed {}

  record Correct(RecordId shipment, String label) implements Deed {}

  record Tell(RecordId shipment, String id, CarrierEvent.Type type, int second) implements Deed {}

  record Cancel(Map<Integer, Integer> units) implements Deed {}

  record Capture(Optional<Long> cents) implements Deed {}

  record Refund(Map<Integer, Integer> units, long shipping, long adjustment) implements Deed {}

  record Hold() implements Deed {}

  record Release() implements Deed {}

  record Complete() implements Deed {}

  record AskBack(Map<Integer, Integer> units) implements Deed {}

  record Decide(RecordId comeback, boolean approve) implements Deed {}

  record Receive(RecordId comeback, int line, int units, boolean restock) implements Deed {}

  record Amend(String method, String note) implements Deed {}

  record Delete() implements Deed {}

  record Restore() implements Deed {}
}
