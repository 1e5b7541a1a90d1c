package io.storefront.orders.act;

import io.storefront.orders.Actor;
import io.storefront.orders.RecordId;
import java.time.Instant;
import java.util.function.Function;

/**
 * When and by whom an act is done.
 *
 * @param now to the millisecond
 * @param by who does it
 * @param ids makes the id of the record that the act leaves
 */
public record Occasion(Instant now, Actor by, Function<RecordId.Kind, RecordId> ids) {
  RecordId id(RecordId.Kind kind) {
    return ids.apply(kind);
  }
}
