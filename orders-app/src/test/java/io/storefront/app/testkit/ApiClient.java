package io.storefront.app.testkit;

/**
 * A way to reach the API under test: a socket, an event, or a call straight into the router.
 *
 * <p>Must be safe for use by many threads at once. What the host adds to an answer (a connection
 * header, a date) may stand in it; what the API said must stand in it unchanged.
 */
@FunctionalInterface
public interface ApiClient {
  /** Sends the call and answers what came back, whatever its status. */
  ApiAnswer send(ApiCall call);
}
