package io.storefront.app.resource;

import io.storefront.app.json.JsonValue;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a merge patch (RFC 7396) does to a text.
 *
 * @param named whether it is replaced or removed; it stays otherwise
 * @param next empty where it is removed
 */
record PatchedText(boolean named, Optional<String> next) {

  static PatchedText read(Optional<JsonValue> field, Function<JsonValue, String> reader) {
    return new PatchedText(field.isPresent(), field.filter(value -> !value.isNull()).map(reader));
  }

  Optional<String> applied(Optional<String> known) {
    return named ? next : known;
  }
}
