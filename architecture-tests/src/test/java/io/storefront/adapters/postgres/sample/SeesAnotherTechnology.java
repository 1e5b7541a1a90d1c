package io.storefront.adapters.postgres.sample;

import io.storefront.adapters.sandbox.SandboxAdapters;

/** A technology that sees another one. */
public record SeesAnotherTechnology(Class<?> other) {
  public SeesAnotherTechnology() {
    this(SandboxAdapters.class);
  }
}
