package io.storefront.app.answers;

/**
 * What is stored about a request in the same commit as its effect. The domains carry it without
 * looking; the storage of answers writes it.
 */
public sealed interface RequestEnclosure
    extends io.storefront.orders.Enclosure,
        io.storefront.inventory.Enclosure,
        io.storefront.customers.Enclosure {
  /** The request is under way, and the order in the same commit is its own. */
  record Claimed(RequestKey key, String fingerprint) implements RequestEnclosure {}

  /** The request began and ended in this commit. */
  record Answered(RequestKey key, String fingerprint, Answer answer) implements RequestEnclosure {}

  /** The end of the request that placed the order in the same commit, if one is waiting for it. */
  record Ended(Answer answer) implements RequestEnclosure {}
}
