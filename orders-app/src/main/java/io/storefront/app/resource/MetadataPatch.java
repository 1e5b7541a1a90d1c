package io.storefront.app.resource;

import io.storefront.app.json.JsonValue;
import io.storefront.orders.Particulars;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A merge patch of an order's metadata.
 *
 * @param isRemoval whether all of it goes
 * @param entries what is named; empty where it goes
 */
record MetadataPatch(boolean isRemoval, Map<String, Optional<String>> entries) {

  static MetadataPatch read(Optional<JsonValue> field) {
    boolean isRemoval = field.filter(JsonValue::isNull).isPresent();
    return new MetadataPatch(
        isRemoval, field.filter(value -> !isRemoval).map(MetadataPatch::entries).orElse(Map.of()));
  }

  Map<String, String> applied(Map<String, String> known) {
    Map<String, String> merged = new HashMap<>(isRemoval ? Map.of() : known);
    entries.forEach(
        (key, value) ->
            value.ifPresentOrElse(text -> merged.put(key, text), () -> merged.remove(key)));
    return merged;
  }

  private static Map<String, Optional<String>> entries(JsonValue value) {
    Map<String, Optional<String>> entries =
        value.object(fields -> fields.entries(MetadataPatch::text));
    entries.keySet().forEach(key -> Contacts.requireKey(key, value));
    return entries;
  }

  private static Optional<String> text(JsonValue value) {
    return value.isNull()
        ? Optional.empty()
        : Optional.of(value.freeText(Particulars.MAX_METADATA_VALUE));
  }
}
