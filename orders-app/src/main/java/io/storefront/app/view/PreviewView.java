package io.storefront.app.view;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An order as it would be: without id, version and status, and with what stock there is. */
public record PreviewView(
    Optional<String> externalReference,
    String customerId,
    String currency,
    OrderView.CustomerPart customer,
    List<OrderView.Line> lines,
    OrderView.TotalsView totals,
    OrderView.Shipping shipping,
    Optional<OrderView.ContactPart> contact,
    Optional<String> note,
    Optional<Map<String, String>> metadata,
    List<OrderView.StockNeed> available) {}
