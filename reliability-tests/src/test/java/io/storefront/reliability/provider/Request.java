package io.storefront.reliability.provider;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What somebody asks the provider for: names and values, as a form sends them. */
record Request(boolean isSent, Map<String, String> fields) {
  /** What a POST sends or a GET asks for. */
  static Request of(HttpExchange exchange) throws IOException {
    boolean isSent = exchange.getRequestMethod().equals("POST");
    byte[] body = exchange.getRequestBody().readAllBytes();
    String form =
        isSent
            ? new String(body, StandardCharsets.UTF_8)
            : Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse("");
    Map<String, String> fields = new HashMap<>();
    for (String pair : form.split("&", -1)) {
      int at = pair.indexOf('=');
      if (at > 0) {
        fields.put(pair.substring(0, at), decoded(pair.substring(at + 1)));
      }
    }
    return new Request(isSent, fields);
  }

  String get(String name) {
    return fields.getOrDefault(name, "");
  }

  boolean isVoid() {
    return get("kind").equals("VOID");
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
