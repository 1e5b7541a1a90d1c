package io.storefront.reliability.simulation;

import io.storefront.app.answers.Answer;
import io.storefront.app.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a client heard.
 *
 * @param word {@code 201}, {@code 202}, {@code 200}, {@code unsure} when nothing clear came back,
 *     or the last part of a problem's type
 * @param order that the answer is about
 * @param body byte for byte
 */
record Reply(String word, Optional<String> order, String body) {
  /** Nothing came back, or that nobody knows. */
  static final Reply UNSURE = new Reply("unsure", Optional.empty(), "");

  private static final Pattern TYPE = Pattern.compile("\"type\":\"[^\"]*/([a-z-]+)\"");
  private static final Pattern ORDER = Pattern.compile("\"(?:id|orderId)\":\"(ord_[^\"]+)\"");

  static Reply of(Answer answer) {
    String body = new String(answer.body(), StandardCharsets.UTF_8);
    Matcher type = TYPE.matcher(body);
    Matcher order = ORDER.matcher(body);
    String word =
        answer.status() >= 400 && type.find() ? type.group(1) : Integer.toString(answer.status());
    return new Reply(
        word,
        order.find() ? Optional.of(order.group(1)) : Optional.empty(),
        body + answer.headers().get("Content-Type") + answer.headers().get("Location"));
  }

  static Reply of(Problem problem) {
    String uri = problem.type().uri();
    return new Reply(uri.substring(uri.lastIndexOf('/') + 1), Optional.empty(), "");
  }

  /** The order stands. */
  boolean isPlaced() {
    return word.equals("201");
  }

  /** An order of this reference was placed before. */
  boolean isKnown() {
    return word.equals("200");
  }

  /** It is under way. */
  boolean isPending() {
    return word.equals("202");
  }

  /** An order tells of the refusal, which is stored. */
  boolean isStoredRefusal() {
    return word.equals("insufficient-inventory")
        || word.equals("payment-declined")
        || word.equals("order-not-confirmed");
  }

  /** The same will be said whenever the same is asked. */
  boolean isStored() {
    return isPlaced() || isStoredRefusal();
  }

  /** Asking again makes no sense. */
  boolean isFinal() {
    return !word.equals("unsure") && !isPending() && !word.equals("request-in-progress");
  }
}
