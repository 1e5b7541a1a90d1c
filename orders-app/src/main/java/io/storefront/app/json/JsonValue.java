package io.storefront.app.json;

import io.storefront.orders.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A value while it is read. Each method says what it must be; where it is not, that is noted among
 * the findings, and the result is something harmless that is of the right type. Used by one thread.
 */
public final class JsonValue {
  static final String STAND_IN = "-";

  private final Optional<JsonNode> node;
  private final String pointer;
  private final Findings findings;
  private final boolean patch;

  JsonValue(Optional<JsonNode> node, String pointer, Findings findings, boolean patch) {
    this.node = node;
    this.pointer = pointer;
    this.findings = findings;
    this.patch = patch;
  }

  /** Where it stands. */
  public String pointer() {
    return pointer;
  }

  /** Notes that it breaks a rule. */
  public void invalid(String detail) {
    findings.invalid(pointer, detail);
  }

  /** Notes that it is not the money that is wanted. */
  public void invalidMoney(String detail) {
    findings.invalidMoney(pointer, detail);
  }

  /** Whether it is null, where that means something. */
  public boolean isNull() {
    return node.filter(JsonNode::isNull).isPresent();
  }

  boolean isForbiddenNull() {
    if (isNull() && !patch) {
      findings.malformed(pointer, "must not be null; leave it out instead");
      return true;
    }
    return false;
  }

  /** Text of 1 to {@code max} characters (code points), not blank, without controls. */
  public String text(int max) {
    return text(
        text -> !text.isBlank() && Texts.isClean(text, max),
        "must be 1 to " + max + " characters, not blank, without control characters",
        Function.identity(),
        STAND_IN);
  }

  /** Text that may be blank or empty. */
  public String freeText(int max) {
    return text(
        text -> Texts.isClean(text, max),
        "must be at most " + max + " characters without control characters",
        Function.identity(),
        STAND_IN);
  }

  /**
   * Text of a certain form.
   *
   * @param rule as a phrase after the field's name, for example {@code must be a SKU}
   * @param standIn what to go on with where the rule is broken
   */
  public <T> T text(Predicate<String> form, String rule, Function<String, T> make, T standIn) {
    Optional<String> text = string();
    if (text.isPresent() && !form.test(text.get())) {
      findings.invalid(pointer, rule + ", but is " + StrictJson.shown(node.orElseThrow()));
      return standIn;
    }
    return text.map(make).orElse(standIn);
  }

  /** A whole number, written as one. */
  public int integer(int min, int max) {
    Optional<JsonNode> number = of(JsonNode::isIntegralNumber, "must be a whole number");
    boolean fits =
        number
            .filter(JsonNode::canConvertToInt)
            .map(JsonNode::intValue)
            .filter(value -> value >= min && value <= max)
            .isPresent();
    if (number.isPresent() && !fits) {
      findings.invalid(pointer, "must be " + min + " to " + max + ", but is " + number.get());
    }
    return fits ? number.orElseThrow().intValue() : min;
  }

  /** True or false. */
  public boolean bool() {
    return of(JsonNode::isBoolean, "must be true or false")
        .map(JsonNode::booleanValue)
        .orElse(true);
  }

  /** Any string, if it is one. */
  public Optional<String> string() {
    return of(JsonNode::isString, "must be a string").map(JsonNode::stringValue);
  }

  /** An object. */
  public <T> T object(Function<JsonObject, T> reader) {
    Optional<JsonNode> object = of(JsonNode::isObject, "must be an object");
    // What is not there at all is noted once, not once more for each of its fields.
    JsonObject fields =
        new JsonObject(
            (ObjectNode) object.orElseGet(JsonNodeFactory.instance::objectNode),
            pointer,
            object.isPresent() ? findings : new Findings(),
            patch);
    T result = reader.apply(fields);
    fields.refuseUnknown();
    return result;
  }

  /** An array of {@code min} to {@code max} elements. */
  public <T> List<T> list(int min, int max, Function<JsonValue, T> reader) {
    Optional<JsonNode> array = of(JsonNode::isArray, "must be an array");
    List<T> list = new ArrayList<>();
    if (array.isEmpty()) {
      return list;
    }
    int size = array.get().size();
    if (size < min || size > max) {
      findings.invalid(pointer, "must have " + min + " to " + max + " elements, but has " + size);
    }
    for (int i = 0; i < size; i++) {
      JsonValue element =
          new JsonValue(Optional.of(array.get().get(i)), pointer + "/" + i, findings, false);
      if (!element.isForbiddenNull()) {
        list.add(reader.apply(element));
      }
    }
    return list;
  }

  /** Any object, as a text of its own. */
  public String json() {
    return of(JsonNode::isObject, "must be an object").map(JsonNode::toString).orElse("{}");
  }

  private Optional<JsonNode> of(Predicate<JsonNode> type, String rule) {
    if (isNull() && patch) {
      findings.invalid(pointer, "cannot be removed");
      return Optional.empty();
    }
    Optional<JsonNode> right = node.filter(type);
    if (node.isPresent() && right.isEmpty()) {
      findings.malformed(pointer, rule);
    }
    return right;
  }
}
