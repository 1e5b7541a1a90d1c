package io.storefront.customers.port;

/** What storage says to a {@link Change}. */
public sealed interface CommitAnswer {

  /** All of it is durable. */
  record Committed() implements CommitAnswer {}

  /** It does not follow what is stored; nothing changed. */
  record Stale() implements CommitAnswer {}

  /** Another change has already stored an enclosure for the same request; nothing changed. */
  record RequestTaken() implements CommitAnswer {}
}
