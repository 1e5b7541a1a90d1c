package io.storefront.inventory.port;

/** What storage says to a product that is put. */
public sealed interface PutAnswer {

  /** It is durable. */
  record Saved() implements PutAnswer {}

  /** The stored product is of another version; nothing changed. */
  record Stale() implements PutAnswer {}
}
