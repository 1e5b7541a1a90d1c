package io.storefront.wiring;

import java.util.List;

/**
 * The configuration cannot be used. The message has one line for each variable that cannot, naming
 * it and what it may hold, in the order of {@link Variable}.
 */
public final class ConfigRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ConfigRefused(List<String> complaints) {
    super(String.join("\n", complaints));
  }
}
