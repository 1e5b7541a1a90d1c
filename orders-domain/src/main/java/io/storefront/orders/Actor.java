package io.storefront.orders;

/**
 * Who did something: {@code key:<key id>} for an API key, {@code queue:<name>} for who may send to
 * a queue, {@code system} for the background work, or an embedder's own word; 1 to 100 characters.
 */
public record Actor(String value) {
  /** The background work. */
  public static final Actor SYSTEM = new Actor("system");

  /** Refuses blank and over-long text. */
  public Actor {
    Texts.require("actor", value, 100);
  }
}
