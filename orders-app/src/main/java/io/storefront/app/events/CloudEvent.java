package io.storefront.app.events;

import io.storefront.orders.OrderId;

/**
 * An event as it leaves the house, in CloudEvents 1.0. The same event always has the same bytes,
 * however often and by whomever it is published.
 *
 * @param id of the event, the same each time it is delivered
 * @param type for example {@code order.confirmed.v1}
 * @param sequence 1, 2, 3 … within the order, without gaps
 * @param json the whole event in CloudEvents' JSON format, UTF-8; less than 200 KiB
 */
@SuppressWarnings("ArrayRecordComponent") // bytes are handed on and never changed
public record CloudEvent(String id, String type, OrderId order, int sequence, byte[] json) {}
