package io.storefront.reliability.blackbox;

import io.storefront.app.testkit.ApiAnswer;
import io.storefront.app.testkit.Json;
import java.util.Optional;
import java.util.Set;

/** What a server has said to somebody who wanted an order; equal when it is so byte for byte. */
record Said(int status, String contentType, String location, String text) {
  private static final Set<String> REFUSALS =
      Set.of("insufficient-inventory", "order-not-confirmed");

  static Said of(ApiAnswer answer) {
    return new Said(
        answer.status(),
        answer.header("Content-Type").orElse(""),
        answer.header("Location").orElse(""),
        answer.text());
  }

  /** The order's id, wherever an answer of this kind has it. */
  Optional<String> order() {
    if (!location.isEmpty()) {
      return Optional.of(location.substring(location.lastIndexOf('/') + 1));
    }
    String id = Json.read(text).path(status < 300 ? "id" : "orderId").asString("");
    return id.isEmpty() ? Optional.empty() : Optional.of(id);
  }

  /** The end of a problem's type, or nothing. */
  String problem() {
    String type = status < 400 ? "" : Json.read(text).path("type").asString("");
    return type.substring(type.lastIndexOf('/') + 1);
  }

  boolean isConfirmed() {
    return status == 201;
  }

  /** Another key's order, as it is now. */
  boolean isKnown() {
    return status == 200;
  }

  boolean isAccepted() {
    return status == 202;
  }

  boolean isRefused() {
    return status == 402 || (status == 409 && REFUSALS.contains(problem()));
  }

  /** Whether the same key must hear the same for ever. */
  boolean isFinal() {
    return isConfirmed() || isRefused();
  }

  /** Whether it says nothing about the order, and asks to come again. */
  boolean isUnclear() {
    return status == 503 || status == 500 || problem().equals("request-in-progress");
  }

  /** For counting. */
  String kind() {
    return problem().isEmpty() ? Integer.toString(status) : status + " " + problem();
  }
}
