package io.storefront.app.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.storefront.app.resource.Percent;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What an HTTP API of API Gateway makes of a call before a Lambda function sees it, payload version
 * 2.0, and of what the function answers: names of headers in lower case, the path without its
 * escapes, a body that may be no text in base64.
 */
public final class GatewayEvent {
  /** Where every client of this gateway comes from. */
  public static final String CLIENT = "203.0.113.7";

  private static final String DOMAIN = "abcdefghij.execute-api.eu-central-1.amazonaws.com";

  private GatewayEvent() {}

  /** The event on the default route and the default stage. */
  public static ObjectNode of(ApiCall call) {
    int query = call.target().indexOf('?');
    String path = query < 0 ? call.target() : call.target().substring(0, query);
    String decoded = Percent.decode(path).orElse(path);
    ObjectNode event = Json.object();
    event.put("version", "2.0").put("routeKey", "$default").put("rawPath", decoded);
    event.put("rawQueryString", query < 0 ? "" : call.target().substring(query + 1));
    Map<String, String> headers = headers(call);
    headers.forEach(event.putObject("headers")::put);
    ObjectNode context = event.putObject("requestContext");
    context.put("accountId", "123456789012").put("apiId", "abcdefghij");
    context.put("domainName", DOMAIN).put("domainPrefix", "abcdefghij");
    context
        .putObject("http")
        .put("method", call.method())
        .put("path", decoded)
        .put("protocol", "HTTP/1.1")
        .put("sourceIp", CLIENT)
        .put("userAgent", headers.getOrDefault("user-agent", ""));
    context.put("requestId", "JKJaXmPLvHcESHA=").put("routeKey", "$default");
    context.put("stage", "$default").put("time", "12/Mar/2026:19:03:58 +0000");
    context.put("timeEpoch", 1773342238000L);
    boolean binary = !isText(call);
    if (call.body().length > 0) {
      event.put(
          "body",
          binary
              ? Base64.getEncoder().encodeToString(call.body())
              : new String(call.body(), UTF_8));
    }
    return event.put("isBase64Encoded", binary && call.body().length > 0);
  }

  /** The event on a route of its own, with what the variables of its template stand for. */
  public static ObjectNode onRoute(ApiCall call, String template, Map<String, String> variables) {
    String key = call.method() + " " + template;
    ObjectNode event = of(call).put("routeKey", key);
    event.withObject("requestContext").put("routeKey", key);
    if (!variables.isEmpty()) {
      variables.forEach(event.putObject("pathParameters")::put);
    }
    return event;
  }

  /** The answer that a client gets for what the function has answered. */
  public static ApiAnswer answer(byte[] answered) {
    JsonNode response = Json.read(new String(answered, UTF_8));
    Map<String, List<String>> headers = new LinkedHashMap<>();
    response
        .path("headers")
        .properties()
        .forEach(header -> headers.put(header.getKey(), List.of(header.getValue().asString())));
    String body = response.path("body").asString("");
    return new ApiAnswer(
        response.path("statusCode").intValue(),
        headers,
        response.path("isBase64Encoded").booleanValue()
            ? Base64.getDecoder().decode(body)
            : body.getBytes(UTF_8));
  }

  private static Map<String, String> headers(ApiCall call) {
    Map<String, String> headers = new TreeMap<>();
    headers.put("host", DOMAIN);
    headers.put("x-amzn-trace-id", "Root=1-5e6722a7-cc56xmpl46db7ae02d4da47e");
    headers.put("x-forwarded-for", CLIENT);
    headers.put("x-forwarded-port", "443");
    headers.put("x-forwarded-proto", "https");
    call.without("Transfer-Encoding")
        .headers()
        .forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), value));
    return headers;
  }

  private static boolean isText(ApiCall call) {
    String type = call.headers().getOrDefault("Content-Type", "");
    return (type.startsWith("application/json") || type.startsWith("text/")) && isUtf8(call.body());
  }

  private static boolean isUtf8(byte[] body) {
    try {
      UTF_8.newDecoder().decode(ByteBuffer.wrap(body));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }
}
