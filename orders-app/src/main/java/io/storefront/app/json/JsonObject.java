package io.storefront.app.json;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An object while it is read. Whatever is wrong is noted among the findings, and reading goes on
 * with something harmless in its place. Used by one thread.
 */
public final class JsonObject {
  private static final int MAX_POINTER = 300;

  private final ObjectNode node;
  private final String pointer;
  private final Findings findings;
  private final boolean patch;
  private final Set<String> known = new HashSet<>();

  JsonObject(ObjectNode node, String pointer, Findings findings, boolean patch) {
    this.node = node;
    this.pointer = pointer;
    this.findings = findings;
    this.patch = patch;
  }

  /** A field that must be there. */
  public JsonValue required(String name) {
    Optional<JsonValue> value = optional(name);
    if (value.isEmpty()) {
      findings.invalid(pointer(pointer, name), "is required");
    }
    return value.orElseGet(
        () -> new JsonValue(Optional.empty(), pointer(pointer, name), findings, patch));
  }

  /** A field that may be left out; null is refused, except in a patch. */
  public Optional<JsonValue> optional(String name) {
    return nullable(name).filter(value -> !value.isForbiddenNull());
  }

  /** A field in which null means something. */
  public Optional<JsonValue> nullable(String name) {
    known.add(name);
    return Optional.ofNullable(node.get(name))
        .map(value -> new JsonValue(Optional.of(value), pointer(pointer, name), findings, patch));
  }

  /** All fields, whatever their names. */
  public <T> Map<String, T> entries(Function<JsonValue, T> reader) {
    Map<String, T> entries = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      optional(field.getKey()).ifPresent(value -> entries.put(field.getKey(), reader.apply(value)));
    }
    return entries;
  }

  /** Whatever else there is, is somebody else's. */
  public void ignoreRest() {
    known.addAll(node.propertyNames());
  }

  void refuseUnknown() {
    for (String name : node.propertyNames()) {
      if (!known.contains(name)) {
        findings.unknown(pointer(pointer, name), "is not a field of this request");
      }
    }
  }

  static String pointer(String parent, String name) {
    String pointer = parent + "/" + name.replace("~", "~0").replace("/", "~1");
    return pointer.codePointCount(0, pointer.length()) <= MAX_POINTER
        ? pointer
        : pointer.substring(0, pointer.offsetByCodePoints(0, MAX_POINTER)) + "…";
  }
}
