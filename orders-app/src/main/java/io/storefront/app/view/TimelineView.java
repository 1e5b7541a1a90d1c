package io.storefront.app.view;

import java.time.Instant;
import java.util.Optional;

/**
 * One thing that happened to an order.
 *
 * @param actor who did it: {@code key:} and the id of an API key, or {@code system}
 * @param version of the order that it made
 * @param recordId of the shipment, refund or other record that it is about
 */
public record TimelineView(
    int sequence,
    String type,
    Instant at,
    String actor,
    long version,
    Optional<MoneyView> amount,
    Optional<String> reason,
    Optional<String> recordId) {}
