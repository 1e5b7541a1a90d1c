package io.storefront.app.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.storefront.app.api.ApiRequest;
import io.storefront.app.api.ApiResponse;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Turns events into requests of the API, and its responses into what API Gateway understands. */
final class Events {
  private static final String DEFAULT_STAGE = "$default";

  private Events() {}

  static ApiRequest request(APIGatewayV2HTTPEvent event) {
    APIGatewayV2HTTPEvent.RequestContext context = event.getRequestContext();
    if (context == null || context.getHttp() == null) {
      throw new IllegalArgumentException("not an event of an HTTP API with payload version 2.0");
    }
    return new ApiRequest(
        context.getHttp().getMethod(),
        path(event.getRawPath(), context.getStage()),
        Optional.ofNullable(event.getRawQueryString()).orElse(""),
        headers(event),
        body(event),
        Optional.ofNullable(context.getHttp().getSourceIp()).orElse(""));
  }

  static APIGatewayV2HTTPResponse response(ApiResponse response) {
    return APIGatewayV2HTTPResponse.builder()
        .withStatusCode(response.status())
        .withHeaders(response.headers())
        .withBody(new String(response.body(), UTF_8))
        .withIsBase64Encoded(false)
        .build();
  }

  /** The path begins with the name of the stage, unless that is the default one. */
  private static String path(String raw, String stage) {
    String prefix = "/" + stage + "/";
    return stage == null || stage.equals(DEFAULT_STAGE) || !raw.startsWith(prefix)
        ? raw
        : raw.substring(prefix.length() - 1);
  }

  /** API Gateway joins the values of a header with commas. */
  private static Map<String, List<String>> headers(APIGatewayV2HTTPEvent event) {
    Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    Optional.ofNullable(event.getHeaders())
        .orElse(Map.of())
        .forEach((name, value) -> headers.put(name, List.of(value)));
    return headers;
  }

  private static byte[] body(APIGatewayV2HTTPEvent event) {
    String text = Optional.ofNullable(event.getBody()).orElse("");
    byte[] body =
        event.getIsBase64Encoded() ? Base64.getDecoder().decode(text) : text.getBytes(UTF_8);
    return body.length > ApiRequest.MAX_BODY ? Arrays.copyOf(body, ApiRequest.MAX_BODY + 1) : body;
  }
}
