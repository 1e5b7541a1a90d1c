package io.storefront.app.api;

import io.storefront.app.answers.Answer;

/** What became of a message that asks for something. */
public sealed interface Taken {
  /** What the same request would be answered with. */
  Answer answer();

  /**
   * What it asks for is stored, now or since an earlier time, and will come to its end by itself:
   * the message has done its work.
   */
  record Stored(Answer answer) implements Taken {}

  /** It will never be done, and nothing is stored; the answer is a problem document. */
  record Refused(Answer answer) implements Taken {}

  /**
   * It could not be done now; the same message may succeed later. The answer is a problem document.
   */
  record Later(Answer answer) implements Taken {}
}
