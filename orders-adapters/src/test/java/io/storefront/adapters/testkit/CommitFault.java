package io.storefront.adapters.testkit;

/** What a {@link WireProxy} does to a commit. Either way the client sees a connection reset. */
public enum CommitFault {
  /** The commit never reaches the server, so that nothing is committed. */
  CUT_BEFORE,
  /** The commit is on its way; the client is gone before the server is through with it. */
  CUT_WHILE,
  /** The server has committed; its answer is lost. */
  CUT_AFTER
}
