package io.storefront.orders;

/**
 * A SKU of which there is not enough.
 *
 * @param requested units asked for, summed over the lines
 * @param available units that could have been had
 */
public record Shortage(Sku sku, long requested, long available) {}
