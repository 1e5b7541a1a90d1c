package io.storefront.adapters.sandbox.sample;

import io.storefront.app.port.Readiness;

/** An adapter that is named neither for its technology nor for its port, and is shown. */
public final class Waits implements Readiness {
  @Override
  public boolean isReady() {
    return false;
  }
}
