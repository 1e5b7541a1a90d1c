package io.storefront.reliability.postgres;

/**
 * Something that goes wrong between a node and its database.
 *
 * @param pauseMillis after the one before
 * @param nth for a lost commit, which from then on
 */
record Trouble(int pauseMillis, int node, Kind kind, int nth) {
  /** What goes wrong. */
  enum Kind {
    /** A commit of an order never reaches the server, and the node does not know. */
    LOSE_BEFORE,
    /** The node is cut off while the server commits. */
    LOSE_WHILE,
    /** The server has committed, and the node does not hear of it. */
    LOSE_AFTER,
    /** The same for any commit at all: a lease, a settled claim of events. */
    LOSE_ANY_AFTER,
    /** Every connection of the node is reset. */
    CUT,
    /** The server ends every connection of both nodes. */
    TERMINATE,
    /** Everything takes a little longer from now on. */
    DELAY
  }
}
