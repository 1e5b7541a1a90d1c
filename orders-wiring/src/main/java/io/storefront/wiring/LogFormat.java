package io.storefront.wiring;

/** How a line of the log looks. */
public enum LogFormat {
  /** For people. */
  TEXT,
  /** For machines: one JSON object a line. */
  JSON
}
