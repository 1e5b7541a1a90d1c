package io.storefront.app.events;

import io.storefront.orders.Actor;
import io.storefront.orders.CustomerId;
import io.storefront.orders.OrderId;
import io.storefront.orders.Sku;
import io.storefront.orders.StorefrontId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;

/**
 * One thing that happened to an order, as it was written down in the commit that made it happen. It
 * never changes, and holds no personal data.
 *
 * @param sequence 1, 2, 3 … within the order, without gaps
 * @param version of the order that the commit made
 * @param type what happened, for example {@code confirmed}; text, because a newer program may have
 *     written words that this one does not know
 */
public record JournalEntry(
    StorefrontId storefront,
    OrderId order,
    int sequence,
    long version,
    String type,
    Instant at,
    Actor actor,
    Details details) {

  /**
   * What else is known of it.
   *
   * @param amount the money it is about
   * @param reason why, as a code or in the words of whoever asked
   * @param record the id of what an act has left or changed, for example a shipment's
   * @param customer who ordered
   * @param country where the goods go
   * @param units the goods it is about
   */
  public record Details(
      Optional<Money> amount,
      Optional<String> reason,
      Optional<String> record,
      Optional<CustomerId> customer,
      Optional<String> country,
      List<Units> units) {
    /** Copies the units. */
    public Details {
      units = List.copyOf(units);
    }
  }

  /** Some pieces of one product. */
  public record Units(Sku sku, int quantity) {}
}
