package io.storefront.wiring;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads variables and collects what is wrong with them, so that it is all told at once. */
final class Environment {
  private static final Pattern SHORT_DURATION = Pattern.compile("(\\d{1,9})(ms|s|m|h|d)");
  private static final int LONGEST_SHOWN = 60;

  private final Map<String, String> values;
  private final List<String> complaints = new ArrayList<>();

  Environment(Map<String, String> values) {
    this.values = values;
  }

  /** Ends with all complaints, if there is any. */
  void refuseIfWrong() {
    if (!complaints.isEmpty()) {
      throw new ConfigRefused(complaints);
    }
  }

  Optional<String> text(Variable variable) {
    return Optional.ofNullable(values.get(variable.name()))
        .map(String::strip)
        .filter(text -> !text.isEmpty());
  }

  /** A text that keeps a rule. */
  Optional<String> text(Variable variable, Predicate<String> rule) {
    Optional<String> given = text(variable);
    given.filter(rule.negate()).ifPresent(wrong -> complainOf(variable, wrong));
    return given.filter(rule);
  }

  /** A secret that keeps a rule; what was given is not told. */
  Optional<Secret> secret(Variable variable, Predicate<String> rule) {
    Optional<String> given = text(variable);
    if (given.isPresent() && !rule.test(given.get())) {
      complain(variable, "what was given cannot be used");
      return Optional.empty();
    }
    return given.map(Secret::new);
  }

  int number(Variable variable, int least, int most) {
    String text = textOrStandard(variable);
    if (text.matches("\\d{1,9}")) {
      int number = Integer.parseInt(text);
      if (number >= least && number <= most) {
        return number;
      }
    }
    complainOf(variable, text);
    return Integer.parseInt(variable.standard());
  }

  OptionalInt optionalNumber(Variable variable, int least, int most) {
    Optional<String> text = text(variable);
    OptionalInt number =
        text.filter(given -> given.matches("\\d{1,9}")).stream()
            .mapToInt(Integer::parseInt)
            .filter(given -> given >= least && given <= most)
            .findFirst();
    if (number.isEmpty()) {
      text.ifPresent(given -> complainOf(variable, given));
    }
    return number;
  }

  Optional<Boolean> truth(Variable variable) {
    Optional<String> text = text(variable).map(given -> given.toLowerCase(Locale.ROOT));
    if (text.isPresent() && !text.get().equals("true") && !text.get().equals("false")) {
      complainOf(variable, text.get());
    }
    return text.map(given -> given.equals("true"));
  }

  <E extends Enum<E>> E choice(Variable variable, Class<E> type) {
    return oneOf(variable, type, textOrStandard(variable))
        .orElseGet(() -> Enum.valueOf(type, constant(variable.standard())));
  }

  <E extends Enum<E>> Optional<E> optionalChoice(Variable variable, Class<E> type) {
    return text(variable).flatMap(given -> oneOf(variable, type, given));
  }

  private static String constant(String text) {
    return text.toUpperCase(Locale.ROOT).replace('-', '_');
  }

  private <E extends Enum<E>> Optional<E> oneOf(Variable variable, Class<E> type, String text) {
    for (E constant : type.getEnumConstants()) {
      if (constant.name().equals(constant(text))) {
        return Optional.of(constant);
      }
    }
    complainOf(variable, text);
    return Optional.empty();
  }

  Duration duration(Variable variable, Duration least, Duration most) {
    String text = textOrStandard(variable);
    Optional<Duration> duration =
        parse(text).filter(it -> it.compareTo(least) >= 0 && it.compareTo(most) <= 0);
    if (duration.isEmpty()) {
      complainOf(variable, text);
    }
    return duration.or(() -> parse(variable.standard())).orElseThrow();
  }

  private static Optional<Duration> parse(String text) {
    Matcher brief = SHORT_DURATION.matcher(text);
    if (text.equals("0")) {
      return Optional.of(Duration.ZERO);
    }
    if (brief.matches()) {
      long count = Long.parseLong(brief.group(1));
      return Optional.of(
          switch (brief.group(2)) {
            case "ms" -> Duration.ofMillis(count);
            case "s" -> Duration.ofSeconds(count);
            case "m" -> Duration.ofMinutes(count);
            case "h" -> Duration.ofHours(count);
            default -> Duration.ofDays(count);
          });
    }
    try {
      return Optional.of(Duration.parse(text));
    } catch (DateTimeParseException | ArithmeticException e) {
      return Optional.empty();
    }
  }

  private String textOrStandard(Variable variable) {
    return text(variable).orElse(variable.standard());
  }

  /** Shows what was given, shortened. */
  void complainOf(Variable variable, String given) {
    String shown = given.length() > LONGEST_SHOWN ? given.substring(0, LONGEST_SHOWN) + "…" : given;
    complain(variable, "\"" + shown.replaceAll("\\p{Cntrl}", "?") + "\" cannot be used");
  }

  void complain(Variable variable, String what) {
    complaints.add("%s: %s; allowed: %s".formatted(variable, what, variable.allowed()));
  }
}
