package io.storefront.reliability.postgres;

import io.storefront.app.answers.Answer;
import io.storefront.app.problem.Problem;
import io.storefront.orders.Order;
import io.storefront.reliability.deed.Deed;
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
  private final List<Did> deeds = new ArrayList<>();
  private final List<Throwable> failures = new ArrayList<>();

  /**
   * What became of one try of a deed.
   *
   * @param name of the deed, the same for each try
   * @param word what was heard, or a refusal's code
   * @param left what the act has left, where that came back
   */
  record Did(String name, Deed deed, String order, String word, Optional<Object> left) {
    static final String DONE = "done";
    static final String DONE_BEFORE = "done before";
    static final String UNSURE = "unsure";
    static final String NOT_YET = "not yet";
    static final String CONFLICT = "conflict";

    static Did of(String name, Deed deed, Order seen, String word) {
      return new Did(name, deed, seen.id().value(), word, Optional.empty());
    }

    boolean isDone() {
      return word.equals(DONE) || word.equals(DONE_BEFORE);
    }

    /** Asking again makes no sense. */
    boolean isFinal() {
      return !List.of(UNSURE, NOT_YET, CONFLICT).contains(word);
    }
  }

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

  synchronized void add(Did heard) {
    deeds.add(heard);
  }

  /** What nobody may throw. */
  synchronized void add(Throwable failure) {
    failures.add(failure);
  }

  synchronized List<Heard> all() {
    return List.copyOf(all);
  }

  synchronized List<Did> deeds() {
    return List.copyOf(deeds);
  }

  synchronized List<Throwable> failures() {
    return List.copyOf(failures);
  }
}
