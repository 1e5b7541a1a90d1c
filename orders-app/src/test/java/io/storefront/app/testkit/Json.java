package io.storefront.app.testkit;

import java.util.List;
import java.util.stream.StreamSupport;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Reading and building JSON in tests, strictly: a duplicate member or a trailing token fails. */
public final class Json {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  private Json() {}

  public static JsonNode read(String text) {
    return MAPPER.readTree(text);
  }

  /** An object from text with single quotes for double ones, which reads better in Java. */
  public static ObjectNode object(String text) {
    return (ObjectNode) read(text.replace('\'', '"'));
  }

  public static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  public static ArrayNode array() {
    return MAPPER.createArrayNode();
  }

  /** Money as the API writes it. */
  public static ObjectNode money(String amount, String currency) {
    return object().put("amount", amount).put("currency", currency);
  }

  /** The named string member of each element. */
  public static List<String> strings(JsonNode array, String member) {
    return StreamSupport.stream(array.spliterator(), false)
        .map(each -> each.path(member).asString(""))
        .toList();
  }
}
