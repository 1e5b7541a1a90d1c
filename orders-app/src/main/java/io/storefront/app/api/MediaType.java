package io.storefront.app.api;

import io.storefront.app.resource.Route;
import java.util.Locale;

/** Reads the Content-Type header (RFC 9110, 8.3). */
final class MediaType {
  private MediaType() {}

  /** Whether this is JSON in UTF-8, as the route takes it. */
  static boolean isJson(String header, Route.Body body) {
    String[] parts = header.toLowerCase(Locale.ROOT).split(";", -1);
    String type = parts[0].strip();
    boolean isTaken =
        type.equals("application/json")
            || (body == Route.Body.PATCH && type.equals("application/merge-patch+json"));
    for (int i = 1; i < parts.length; i++) {
      isTaken &= isUtf8(parts[i].strip());
    }
    return isTaken;
  }

  /** Parameters other than a charset mean nothing here. */
  private static boolean isUtf8(String parameter) {
    return !parameter.startsWith("charset")
        || parameter.replace("\"", "").replace(" ", "").equals("charset=utf-8");
  }
}
