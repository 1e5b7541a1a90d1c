package io.storefront.app.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.storefront.app.testkit.ApiAnswer;
import io.storefront.app.testkit.ApiCall;
import io.storefront.app.testkit.ApiClient;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Does to a call what API Gateway does: lower-case header names, binary bodies in base64. */
record EventClient(ApiHandler handler) implements ApiClient {
  @Override
  public ApiAnswer send(ApiCall call) {
    APIGatewayV2HTTPResponse response = handler.handleRequest(event(call), null);
    Map<String, List<String>> headers = new LinkedHashMap<>();
    response.getHeaders().forEach((name, value) -> headers.put(name, List.of(value)));
    return new ApiAnswer(response.getStatusCode(), headers, response.getBody().getBytes(UTF_8));
  }

  static APIGatewayV2HTTPEvent event(ApiCall call) {
    int query = call.target().indexOf('?');
    String path = query < 0 ? call.target() : call.target().substring(0, query);
    Map<String, String> headers = new LinkedHashMap<>();
    call.headers().forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), value));
    return APIGatewayV2HTTPEvent.builder()
        .withVersion("2.0")
        .withRouteKey("$default")
        .withRawPath(path)
        .withRawQueryString(query < 0 ? "" : call.target().substring(query + 1))
        .withHeaders(headers)
        .withBody(call.body().length == 0 ? null : Base64.getEncoder().encodeToString(call.body()))
        .withIsBase64Encoded(call.body().length > 0)
        .withRequestContext(
            APIGatewayV2HTTPEvent.RequestContext.builder()
                .withStage("$default")
                .withHttp(
                    APIGatewayV2HTTPEvent.RequestContext.Http.builder()
                        .withMethod(call.method())
                        .withPath(path)
                        .withProtocol("HTTP/1.1")
                        .withSourceIp("127.0.0.1")
                        .build())
                .build())
        .build();
  }
}
