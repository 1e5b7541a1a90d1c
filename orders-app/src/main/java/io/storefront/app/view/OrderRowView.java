package io.storefront.app.view;

import java.time.Instant;
import java.util.Optional;

/** An order in a list. */
public record OrderRowView(
    String id,
    Optional<String> externalReference,
    String customerId,
    String status,
    String paymentStatus,
    String fulfillmentStatus,
    MoneyView grandTotal,
    int lineCount,
    Instant placedAt,
    Instant updatedAt,
    Optional<Instant> deletedAt,
    long version) {}
