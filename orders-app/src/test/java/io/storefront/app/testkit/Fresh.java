package io.storefront.app.testkit;

import java.util.UUID;

/** Names that nobody has used, so that tests can share one database. */
final class Fresh {
  private Fresh() {}

  /** For example {@code sf-3f0a…}: lower-case letters, digits and a hyphen. */
  static String name(String prefix) {
    return prefix + "-" + UUID.randomUUID().toString().replace("-", "").substring(0, 16);
  }

  /** An id of the right form that belongs to nothing: version 7, with a time long past. */
  static String unknownId(String prefix) {
    return prefix + "_00000000-0000-7000-8" + UUID.randomUUID().toString().substring(20);
  }
}
