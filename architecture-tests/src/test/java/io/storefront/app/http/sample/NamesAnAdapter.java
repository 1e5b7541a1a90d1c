package io.storefront.app.http.sample;

import io.storefront.adapters.sandbox.SandboxAdapters;

/** A host that chooses an adapter. */
public record NamesAnAdapter(Class<?> adapters) {
  public NamesAnAdapter() {
    this(SandboxAdapters.class);
  }
}
