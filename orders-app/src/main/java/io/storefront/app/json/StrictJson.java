package io.storefront.app.json;

import io.storefront.app.problem.Shown;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonPointer;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads bodies by the letter of RFC 8259, within limits. Thread-safe. */
public final class StrictJson {
  static final int MAX_DEPTH = 8;
  static final int MAX_STRING = 8_192;
  static final int MAX_NAME = 64;
  static final int MAX_NUMBER = 20;
  static final int MAX_TOKENS = 16_000;

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(MAX_DEPTH)
                          .maxStringLength(MAX_STRING)
                          .maxNameLength(MAX_NAME)
                          .maxNumberLength(MAX_NUMBER)
                          .maxTokenCount(MAX_TOKENS)
                          .build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .build();

  private static final String LIMITS =
      "goes beyond a limit: "
          + (MAX_DEPTH + " levels, ")
          + (MAX_STRING + " characters in a string, ")
          + (MAX_NAME + " in a name, ")
          + (MAX_NUMBER + " in a number, ")
          + (MAX_TOKENS + " tokens in all");

  private StrictJson() {}

  /**
   * Reads a body that must be one JSON object.
   *
   * @param reader told of every field; fields that it does not ask for are unknown
   * @throws io.storefront.app.problem.Refused when it is not, or holds what is unreadable or
   *     unknown
   */
  public static <T> T read(byte[] body, Findings findings, Function<JsonObject, T> reader) {
    return read(body, findings, false, reader);
  }

  /** Reads a merge patch (RFC 7396), in which null is a word. */
  public static <T> T readPatch(byte[] body, Findings findings, Function<JsonObject, T> reader) {
    return read(body, findings, true, reader);
  }

  private static <T> T read(
      byte[] body, Findings findings, boolean patch, Function<JsonObject, T> reader) {
    Optional<JsonNode> tree = tree(body, findings);
    findings.refuseUnreadable();
    T result = new JsonValue(tree, "", findings, patch).object(reader);
    findings.refuseUnreadable();
    return result;
  }

  private static Optional<JsonNode> tree(byte[] body, Findings findings) {
    Optional<String> text = text(body);
    if (text.isEmpty()) {
      findings.malformed("", "is not UTF-8");
    } else if (text.get().isBlank()) {
      findings.malformed("", "is missing; a JSON object is needed");
    } else if (text.get().startsWith("\uFEFF")) {
      findings.malformed("", "must not begin with a byte order mark");
    } else {
      return parsed(text.get(), findings);
    }
    return Optional.empty();
  }

  /** Java's own decoder takes neither over-long forms nor surrogates. */
  private static Optional<String> text(byte[] body) {
    try {
      return Optional.of(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  private static Optional<JsonNode> parsed(String text, Findings findings) {
    try (JsonParser parser = MAPPER.createParser(text)) {
      return parsed(parser, findings);
    }
  }

  private static Optional<JsonNode> parsed(JsonParser parser, Findings findings) {
    try {
      JsonNode tree = MAPPER.readTree(parser);
      if (parser.nextToken() != null) {
        findings.malformed("", "must end after one JSON object");
      }
      refuseLoneSurrogates(tree, "", findings);
      return Optional.of(tree);
    } catch (StreamConstraintsException e) {
      findings.malformed(pointer(parser), LIMITS + at(e));
    } catch (JacksonException e) {
      findings.malformed(pointer(parser), what(e) + at(e));
    }
    return Optional.empty();
  }

  private static String what(JacksonException e) {
    String message = Optional.ofNullable(e.getOriginalMessage()).orElse("");
    return message.startsWith("Duplicate") ? "has a field twice" : "is not valid JSON";
  }

  private static String at(JacksonException e) {
    TokenStreamLocation location = e.getLocation();
    return location == null
        ? ""
        : " (line " + location.getLineNr() + ", column " + location.getColumnNr() + ")";
  }

  private static String pointer(JsonParser parser) {
    JsonPointer pointer = parser.streamReadContext().pathAsPointer();
    return pointer.toString();
  }

  /** An escape such as {@code \}{@code ud800} is valid JSON, but stands for no character. */
  private static void refuseLoneSurrogates(JsonNode node, String pointer, Findings findings) {
    if (node.isString() && hasLoneSurrogate(node.stringValue())) {
      findings.malformed(pointer, "has half of a surrogate pair");
    }
    if (node instanceof ObjectNode object) {
      object
          .properties()
          .forEach(
              field -> {
                if (hasLoneSurrogate(field.getKey())) {
                  findings.malformed(pointer, "has a name with half of a surrogate pair");
                }
                refuseLoneSurrogates(
                    field.getValue(), JsonObject.pointer(pointer, field.getKey()), findings);
              });
    } else {
      for (int i = 0; i < node.size(); i++) {
        refuseLoneSurrogates(node.get(i), pointer + "/" + i, findings);
      }
    }
  }

  private static boolean hasLoneSurrogate(String text) {
    return text.codePoints()
        .anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
  }

  static String shown(JsonNode node) {
    return node.isString() ? Shown.quoted(node.stringValue()) : node.toString();
  }
}
