package io.storefront.app.problem;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A "no" with everything that tells why.
 *
 * @param detail a sentence for whoever wrote the client
 * @param members more for the client, in the order in which they are written
 * @param headers that belong to it
 * @param traceId where it is not the request's own: a stored answer names the order's
 */
public record Problem(
    ProblemType type,
    String detail,
    List<Fault> faults,
    Map<String, Object> members,
    Map<String, String> headers,
    Optional<String> traceId) {
  /** The most faults that are told at once. */
  public static final int MAX_FAULTS = 50;

  /** Cuts off the faults that nobody would read. */
  public Problem {
    faults = List.copyOf(faults.subList(0, Math.min(faults.size(), MAX_FAULTS)));
  }

  /** One with nothing but a sentence. */
  public static Problem of(ProblemType type, String detail) {
    return new Problem(type, detail, List.of(), Map.of(), Map.of(), Optional.empty());
  }

  /** One that tells of faults; there is at least one. */
  public static Problem of(ProblemType type, List<Fault> faults) {
    String first = faults.getFirst().sentence();
    String detail =
        faults.size() == 1 ? first : first + " There are " + faults.size() + " such faults.";
    return new Problem(type, detail, faults, Map.of(), Map.of(), Optional.empty());
  }

  /** The same with one more member. */
  public Problem with(String name, Object value) {
    Map<String, Object> more = new LinkedHashMap<>(members);
    more.put(name, value);
    return new Problem(type, detail, faults, more, headers, traceId);
  }

  /** The same with one more header. */
  public Problem header(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Problem(type, detail, faults, members, more, traceId);
  }

  /** The same, naming a trace of its own. */
  public Problem tracedAs(String id) {
    return new Problem(type, detail, faults, members, headers, Optional.of(id));
  }

  /** The document, in the order in which it is written. */
  public Map<String, Object> document(String requestTraceId) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("type", type.uri());
    document.put("title", type.title());
    document.put("status", type.status());
    document.put("detail", detail);
    document.putAll(members);
    if (!faults.isEmpty()) {
      document.put("errors", errors());
    }
    document.put("retryable", type.isRetryable());
    document.put("traceId", traceId.orElse(requestTraceId));
    return document;
  }

  private List<Map<String, String>> errors() {
    List<Map<String, String>> errors = new ArrayList<>();
    for (Fault fault : faults) {
      Map<String, String> error = new LinkedHashMap<>();
      error.put(fault.place() == Fault.Place.POINTER ? "pointer" : "parameter", fault.where());
      error.put("detail", fault.detail());
      errors.add(error);
    }
    return errors;
  }
}
