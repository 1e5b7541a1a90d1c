package io.storefront.infra.settings;

/** What answers requests. */
public enum Compute {
  ECS,
  LAMBDA,
  /** Both beside each other on one database; weights in the DNS share the requests out. */
  BOTH;

  /** Whether tasks run on ECS. */
  public boolean ecs() {
    return this != LAMBDA;
  }

  /** Whether functions run on Lambda. */
  public boolean lambda() {
    return this != ECS;
  }
}
