package io.storefront.app.resource;

import io.storefront.app.answers.Answer;

/** Does what a request asks. Thread-safe; refuses by throwing. */
@FunctionalInterface
public interface Handler {
  /** The answer; everything that the route demands of the request has been checked. */
  Answer handle(Call call);
}
