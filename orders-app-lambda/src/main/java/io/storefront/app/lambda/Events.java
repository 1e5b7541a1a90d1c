package io.storefront.app.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.storefront.app.api.ApiRequest;
import io.storefront.app.api.ApiResponse;
import io.storefront.app.json.JsonWriter;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Turns events into requests of the API and messages of queues, and its responses into what API
 * Gateway understands.
 */
final class Events {
  private static final String VERSION = "2.0";
  private static final String HTTP = "an HTTP API with payload version " + VERSION;
  private static final String SQS = "SQS";
  private static final String DEFAULT_STAGE = "$default";

  private Events() {}

  /**
   * The request behind an event. On which route it came says nothing more than its path does.
   *
   * @throws IllegalArgumentException when it is no event of an HTTP API with payload version 2.0
   */
  static ApiRequest request(byte[] bytes) {
    JsonNode event = json(bytes, HTTP);
    JsonNode context = event.path("requestContext");
    JsonNode http = context.path("http");
    if (!event.path("version").asString("").equals(VERSION)
        || !http.path("method").isString()
        || !event.path("rawPath").isString()) {
      throw refused(HTTP, null);
    }
    return new ApiRequest(
        http.path("method").stringValue(),
        path(event.path("rawPath").stringValue(), context.path("stage").asString(DEFAULT_STAGE)),
        event.path("rawQueryString").asString(""),
        headers(event),
        body(event),
        http.path("sourceIp").asString(""));
  }

  /**
   * A message of a queue.
   *
   * @param queue its name
   */
  record Message(String id, String queue, String body) {}

  /**
   * The messages in an event.
   *
   * @throws IllegalArgumentException when it is no event of SQS
   */
  static List<Message> messages(byte[] bytes) {
    JsonNode records = json(bytes, SQS).path("Records");
    if (records.isEmpty()) {
      throw refused(SQS, null);
    }
    return records.valueStream().map(Events::message).toList();
  }

  private static Message message(JsonNode record) {
    String arn = record.path("eventSourceARN").asString("");
    if (!record.path("eventSource").asString("").equals("aws:sqs")
        || !record.path("messageId").isString()
        || !record.path("body").isString()) {
      throw refused(SQS, null);
    }
    return new Message(
        record.path("messageId").stringValue(),
        arn.substring(arn.lastIndexOf(':') + 1),
        record.path("body").stringValue());
  }

  static byte[] response(ApiResponse response) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("statusCode", response.status());
    answer.put("headers", response.headers());
    answer.put("body", new String(response.body(), UTF_8));
    answer.put("isBase64Encoded", false);
    return JsonWriter.write(answer);
  }

  private static JsonNode json(byte[] bytes, String kind) {
    try {
      return JsonMapper.shared().readTree(bytes);
    } catch (JacksonException e) {
      throw refused(kind, e);
    }
  }

  /** The path begins with the name of the stage, unless that is the default one. */
  private static String path(String raw, String stage) {
    String prefix = "/" + stage + "/";
    return stage.equals(DEFAULT_STAGE) || !raw.startsWith(prefix)
        ? raw
        : raw.substring(prefix.length() - 1);
  }

  /** API Gateway joins the values of a header with commas, and keeps cookies apart. */
  private static Map<String, List<String>> headers(JsonNode event) {
    Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    event
        .path("headers")
        .properties()
        .forEach(header -> headers.put(header.getKey(), List.of(header.getValue().asString(""))));
    List<String> cookies = event.path("cookies").valueStream().map(JsonNode::asString).toList();
    if (!cookies.isEmpty()) {
      headers.put("cookie", List.of(String.join("; ", cookies)));
    }
    return headers;
  }

  private static byte[] body(JsonNode event) {
    String text = event.path("body").asString("");
    byte[] body =
        event.path("isBase64Encoded").asBoolean(false)
            ? Base64.getDecoder().decode(text)
            : text.getBytes(UTF_8);
    return body.length > ApiRequest.MAX_BODY ? Arrays.copyOf(body, ApiRequest.MAX_BODY + 1) : body;
  }

  private static IllegalArgumentException refused(String kind, @Nullable Throwable cause) {
    return new IllegalArgumentException("not an event of " + kind, cause);
  }
}
