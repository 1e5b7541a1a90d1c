package io.storefront.reliability.simulation;

/** What becomes of one call to the provider. */
enum Weather {
  /** It answers at once. */
  CLEAR,
  /** It answers, after 3 s. */
  SLOW,
  /** The request is lost on its way. */
  REQUEST_LOST,
  /** It has done it, and the answer is lost. */
  ANSWER_LOST,
  /** The request arrives long after the caller has given up. */
  LATE,
  /** An internal error, and nothing done. */
  ERROR_NOT_DONE,
  /** An internal error, after it was done. */
  ERROR_DONE,
  /** No byte could be sent. */
  NOT_SENT,
  /** It has done it, and the port breaks its word and throws. */
  BROKEN
}
