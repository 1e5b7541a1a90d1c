package io.storefront.reliability.postgres;

import io.storefront.app.answers.Answer;
import io.storefront.app.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What was asked and heard, in the order in which it was heard. Thread-safe. */
final class History {
  private static final Pattern TYPE = Pattern.compile("\"type\":\"[^\"]*/([a-z-]+)\"");
  private static final Pattern ORDER = Pattern.compile("\"(?:id|orderId)\":\"(ord_[^\"]+)\"");

  private final List<Heard> all = new ArrayList<>();
  private final List<Cancelled> cancels = new ArrayList<>();
  private final List<Throwable> failures = new ArrayList<>();

  /** What whoever called an order off was told. */
  record Cancelled(String order, String word) {}

  /**
   * An answer.
   *
   * @param word its status, or the last part of a problem's type; {@code unsure} for none
   * @param order that it is about
   * @param body byte for byte, and the headers that belong to it
   */
  record Heard(Shopper shopper, boolean audit, String word, Optional<String> order, String body) {
    static Heard of(Shopper shopper, boolean audit, Answer answer) {
      String body = new String(answer.body(), StandardCharsets.UTF_8);
      Matcher type = TYPE.matcher(body);
      Matcher order = ORDER.matcher(body);
      boolean isProblem = answer.status() >= 400 && type.find();
      return new Heard(
          shopper,
          audit,
          isProblem ? type.group(1) : Integer.toString(answer.status()),
          order.find() ? Optional.of(order.group(1)) : Optional.empty(),
          body + answer.headers().get("Content-Type") + answer.headers().get("Location"));
    }

    static Heard of(Shopper shopper, boolean audit, Problem problem) {
      String uri = problem.type().uri();
      String word = uri.substring(uri.lastIndexOf('/') + 1);
      return new Heard(shopper, audit, word, Optional.empty(), "");
    }

    static Heard nothing(Shopper shopper, boolean audit, Throwable why) {
      return new Heard(shopper, audit, "unsure", Optional.empty(), why + ": " + why.getCause());
    }

    boolean isPlaced() {
      return word.equals("201");
    }

    /** An order tells of the refusal, which is stored. */
    boolean isStoredRefusal() {
      return List.of("insufficient-inventory", "payment-declined", "order-not-confirmed")
          .contains(word);
    }

    boolean isStored() {
      return isPlaced() || isStoredRefusal();
    }

    /** Asking again makes no sense. */
    boolean isFinal() {
      return !List.of("unsure", "202", "request-in-progress").contains(word);
    }
  }

  synchronized void add(Heard heard) {
    all.add(heard);
  }

  synchronized void add(Cancelled heard) {
    cancels.add(heard);
  }

  /** What nobody may throw. */
  synchronized void add(Throwable failure) {
    failures.add(failure);
  }

  synchronized List<Heard> all() {
    return List.copyOf(all);
  }

  synchronized List<Cancelled> cancels() {
    return List.copyOf(cancels);
  }

  synchronized List<Throwable> failures() {
    return List.copyOf(failures);
  }
}
