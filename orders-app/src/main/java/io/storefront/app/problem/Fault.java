package io.storefront.app.problem;

/**
 * One thing that is wrong with a request.
 *
 * @param where a JSON Pointer into the body, or the name of a query parameter
 * @param detail the rule that is broken, as a sentence that begins after the name of the field
 */
public record Fault(Place place, String where, String detail) {
  /** What kind of place it is. */
  public enum Place {
    /** In the body. */
    POINTER,
    /** In the query. */
    PARAMETER
  }

  /** A fault in the body. */
  public static Fault at(String pointer, String detail) {
    return new Fault(Place.POINTER, pointer, detail);
  }

  /** A fault in the query. */
  public static Fault in(String parameter, String detail) {
    return new Fault(Place.PARAMETER, parameter, detail);
  }

  /** As a sentence, with the name of the field in front. */
  public String sentence() {
    String name = where.isEmpty() ? "The body" : Shown.quoted(where);
    return name + " " + detail + ".";
  }
}
