package io.storefront.app.sample;

import io.storefront.adapters.sandbox.SandboxAdapters;

/** An application that knows how it is wired. */
public record SeesAnAdapter(Class<SandboxAdapters> adapters) {
  public SeesAnAdapter() {
    this(SandboxAdapters.class);
  }
}
