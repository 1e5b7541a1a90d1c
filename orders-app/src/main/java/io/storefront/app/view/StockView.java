package io.storefront.app.view;

/** How much there is of a product. */
public record StockView(String sku, long onHand, long reserved, long available) {}
