package io.storefront.app.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes records in the order of their components; what is an empty Optional is left out, and times
 * are RFC 3339 in UTC. Thread-safe.
 */
public final class JsonWriter {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .changeDefaultPropertyInclusion(
              all -> all.withValueInclusion(JsonInclude.Include.NON_ABSENT))
          .build();

  private JsonWriter() {}

  /** The value in UTF-8. */
  public static byte[] write(Object value) {
    return MAPPER.writeValueAsBytes(value);
  }
}
