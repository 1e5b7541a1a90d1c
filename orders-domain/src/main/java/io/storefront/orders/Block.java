package io.storefront.orders;

/** Why an act is not possible now; never renamed once published. */
public enum Block {
  /** Not confirmed yet. */
  ORDER_PENDING,
  /** Nothing is to be waited for any more. */
  ORDER_COMPLETED,
  /** It was never confirmed. */
  ORDER_REJECTED,
  /** It was called off. */
  ORDER_CANCELLED,
  /** It will be called off. */
  CANCELLATION_REQUESTED,
  /** Not ended yet. */
  NOT_TERMINAL("not-terminal"),
  /** A person has to look at it first. */
  ON_HOLD("on-hold"),
  /** Nobody has to. */
  NOT_ON_HOLD,
  /** The provider holds the money no longer. */
  AUTHORIZATION_EXPIRED("authorization-expired"),
  /** More units than there are. */
  QUANTITY_EXCEEDED("quantity-exceeded"),
  /** No unit is left to ship. */
  NOTHING_TO_SHIP("quantity-exceeded"),
  /** It has left the house. */
  ALREADY_SHIPPED("already-shipped"),
  /** Units are neither shipped nor cancelled. */
  NOT_ALL_SHIPPED,
  /** No unit has left the house. */
  NOTHING_SHIPPED,
  /** Every shipped unit is back or announced. */
  NOTHING_TO_RETURN("quantity-exceeded"),
  /** No money has been taken. */
  NOTHING_CAPTURED,
  /** All that was taken is given back or is to be. */
  NOTHING_TO_REFUND,
  /** No money is held that is due and not being taken. */
  NOTHING_TO_CAPTURE,
  /** The return is not waiting for this. */
  RETURN_STATE,
  /** Money is held, on its way, or to be given back. */
  MONEY_OPEN,
  /** The stock has not been told yet. */
  STOCK_OPEN,
  /** It was softly deleted. */
  DELETED,
  /** It was not. */
  NOT_DELETED;

  private final String refusedAs;

  Block() {
    this("transition-not-allowed");
  }

  Block(String refusedAs) {
    this.refusedAs = refusedAs;
  }

  /** The code of a refusal whose first reason this is. */
  public String refusedAs() {
    return refusedAs;
  }

  /** What is said of an order that is in this state and should be confirmed. */
  public static Block of(Lifecycle status) {
    return valueOf("ORDER_" + status.name());
  }
}
