package io.storefront.wiring;

/** From which weight on a line is written. */
public enum LogLevel {
  /** Only what somebody has to repair. */
  ERROR,
  /** Also what somebody should know. */
  WARN,
  /** Also one line for each request. */
  INFO,
  /** Also what helps to find a mistake. */
  DEBUG
}
