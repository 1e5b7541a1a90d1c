package io.storefront.app.view;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An event in the JSON format of CloudEvents 1.0.
 *
 * @param position in the feed; not on the bus
 */
public record EventView(
    Optional<Long> position,
    String specversion,
    String id,
    String source,
    String type,
    String subject,
    Instant time,
    int sequence,
    String datacontenttype,
    Data data) {
  /** What it is about: thin, with no personal data. */
  public record Data(
      String orderId,
      String storefront,
      long version,
      Optional<String> customerId,
      Optional<String> country,
      Optional<MoneyView> amount,
      Optional<String> reason,
      Optional<String> recordId,
      Optional<List<Units>> lines) {}

  /** Some pieces of one product. */
  public record Units(String sku, int quantity) {}
}
