package io.storefront.wiring;

/** A text that is never shown: not in logs, not in complaints. */
public record Secret(String value) {
  @Override
  public String toString() {
    return "…";
  }
}
