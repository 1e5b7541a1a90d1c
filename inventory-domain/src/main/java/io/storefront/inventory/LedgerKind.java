package io.storefront.inventory;

/**
 * Why a counter moved. On hand is what was received, adjusted and restocked, less what was shipped;
 * reserved is what was claimed, less what was released and shipped.
 */
public enum LedgerKind {
  /** Goods came in: an adjustment upwards whose reason is {@link Adjustment#RECEIVED}. */
  RECEIVED,
  /** Units were promised to an owner. */
  CLAIMED,
  /** Claimed units left. */
  SHIPPED,
  /** Claimed units were given free without having left. */
  RELEASED,
  /** Shipped units came back and can be sold again. */
  RESTOCKED,
  /** Any other correction; the only kind whose quantity may be negative. */
  ADJUSTED
}
