package io.storefront.app.resource;

import io.storefront.app.problem.Fault;
import io.storefront.app.problem.Problem;
import io.storefront.app.problem.ProblemType;
import io.storefront.app.problem.Refused;
import io.storefront.app.problem.Shown;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The query parameters of a request, each with one value. What is wrong is refused with 400. */
public final class Query {
  private final SortedMap<String, String> values;

  private Query(SortedMap<String, String> values) {
    this.values = values;
  }

  /** Reads {@code a=1&b=2}; refuses what cannot be decoded, and a parameter that is there twice. */
  public static Query parse(String raw) {
    SortedMap<String, String> values = new TreeMap<>();
    List<Fault> faults = new ArrayList<>();
    for (String part : raw.split("&", -1)) {
      if (!part.isEmpty()) {
        int equals = part.indexOf('=');
        String name = decoded(equals < 0 ? part : part.substring(0, equals));
        String value = decoded(equals < 0 ? "" : part.substring(equals + 1));
        if (values.putIfAbsent(name, value) != null) {
          faults.add(Fault.in(name, "is there twice"));
        }
      }
    }
    refuse(faults);
    return new Query(values);
  }

  /** Refuses all parameters but these. */
  public void allow(String... names) {
    List<String> known = List.of(names);
    refuse(
        values.keySet().stream()
            .filter(name -> !known.contains(name))
            .map(name -> Fault.in(cut(name), "is not known here; known are " + known))
            .toList());
  }

  /** A parameter's value. */
  public Optional<String> get(String name) {
    return Optional.ofNullable(values.get(name));
  }

  /** A parameter that is true or false; false when it is not there. */
  public boolean flag(String name) {
    return choice(name, Map.of("true", true, "false", false)).orElse(false);
  }

  /** A parameter that has one of these values. */
  public <T> Optional<T> choice(String name, Map<String, T> choices) {
    return get(name)
        .map(
            value ->
                Optional.ofNullable(choices.get(value))
                    .orElseThrow(
                        () ->
                            refused(
                                name,
                                "must be one of "
                                    + String.join(", ", choices.keySet().stream().sorted().toList())
                                    + ", but is "
                                    + Shown.quoted(value))));
  }

  /** Everything but where in a list to read, so that a cursor can be bound to it. */
  String filters() {
    SortedMap<String, String> filters = new TreeMap<>(values);
    filters.remove("cursor");
    filters.remove("limit");
    return filters.toString();
  }

  /** The refusal of one parameter. */
  static Refused refused(String name, String rule) {
    return new Refused(Problem.of(ProblemType.INVALID_PARAMETER, List.of(Fault.in(name, rule))));
  }

  private static void refuse(List<Fault> faults) {
    if (!faults.isEmpty()) {
      throw new Refused(Problem.of(ProblemType.INVALID_PARAMETER, faults));
    }
  }

  private static String decoded(String text) {
    return Percent.decode(text.replace('+', ' '))
        .orElseThrow(
            () ->
                new Refused(
                    ProblemType.INVALID_PARAMETER, "The query is not percent-encoded UTF-8."));
  }

  private static String cut(String name) {
    return name.codePointCount(0, name.length()) <= Shown.MAX
        ? name
        : name.substring(0, name.offsetByCodePoints(0, Shown.MAX)) + "…";
  }
}
