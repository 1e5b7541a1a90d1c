package io.storefront.orders.sample;

import java.util.logging.Logger;

/** Ways of writing to the console. */
public final class Printing {
  private Printing() {}

  /** The plain one. */
  public record ToOut() {
    public void tell() {
      System.out.println("told");
    }
  }

  /** The red one. */
  public record ToErr() {
    public void tell() {
      System.err.println("told");
    }
  }

  /** The long one. */
  @SuppressWarnings("CatchAndPrintStackTrace") // that is the point
  public record StackTrace(RuntimeException failure) {
    public void tell() {
      try {
        throw failure;
      } catch (RuntimeException e) {
        e.printStackTrace();
      }
    }
  }

  /** The one that brings a facade of its own. */
  public record JdkLogging(Logger logger) {
    public void tell() {
      logger.info("told");
    }
  }
}
