package io.storefront.app.api;

import io.storefront.app.problem.Problem;
import io.storefront.app.problem.ProblemType;
import io.storefront.app.problem.Refused;
import io.storefront.app.resource.Percent;
import io.storefront.app.resource.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Finds the route of a request. Thread-safe. */
final class Router {
  private final List<Known> known;

  /** A route, and its template taken apart. */
  private record Known(Route route, List<String> segments) {}

  /** A route, and what its variables stand for. */
  record Found(Route route, Map<String, String> variables) {}

  Router(List<Route> routes) {
    known = routes.stream().map(route -> new Known(route, segments(route.template()))).toList();
  }

  /**
   * The route for this path and method.
   *
   * @param path still percent-encoded
   * @throws Refused with 404 or 405
   */
  Found find(String method, String path) {
    List<Found> here = at(path);
    if (here.isEmpty()) {
      throw new Refused(ProblemType.NOT_FOUND, "There is nothing at this path.");
    }
    return here.stream()
        .filter(found -> found.route().method().equals(method))
        .findFirst()
        .orElseThrow(() -> methodNotAllowed(here));
  }

  private List<Found> at(String path) {
    List<String> segments = new ArrayList<>();
    for (String segment : segments(path)) {
      Optional<String> decoded = Percent.decode(segment);
      if (decoded.isEmpty()) {
        return List.of();
      }
      segments.add(decoded.get());
    }
    return known.stream().flatMap(each -> match(each, segments).stream()).toList();
  }

  private static Optional<Found> match(Known known, List<String> segments) {
    if (known.segments().size() != segments.size()) {
      return Optional.empty();
    }
    Map<String, String> variables = new TreeMap<>();
    for (int i = 0; i < segments.size(); i++) {
      String wanted = known.segments().get(i);
      if (wanted.startsWith("{") && !segments.get(i).isEmpty()) {
        variables.put(wanted.substring(1, wanted.length() - 1), segments.get(i));
      } else if (!wanted.equals(segments.get(i))) {
        return Optional.empty();
      }
    }
    return Optional.of(new Found(known.route(), variables));
  }

  private static List<String> segments(String path) {
    return List.of(path.split("/", -1));
  }

  private static Refused methodNotAllowed(List<Found> here) {
    String allowed =
        here.stream()
            .map(found -> found.route().method())
            .sorted()
            .collect(Collectors.joining(", "));
    return new Refused(
        Problem.of(ProblemType.METHOD_NOT_ALLOWED, "Here you can " + allowed + ".")
            .header("Allow", allowed));
  }
}
