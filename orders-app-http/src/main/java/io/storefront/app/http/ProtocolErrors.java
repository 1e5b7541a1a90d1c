package io.storefront.app.http;

import static io.storefront.app.problem.ProblemType.INTERNAL_ERROR;
import static io.storefront.app.problem.ProblemType.MALFORMED_REQUEST;
import static java.util.stream.Collectors.toMap;

import io.storefront.app.json.JsonWriter;
import io.storefront.app.problem.Problem;
import io.storefront.app.problem.ProblemType;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * What a client gets whose request never becomes one of the API: broken framing, headers that are
 * too large, a body that is too slow. The connection ends with it, because nobody knows where the
 * next request begins. Says nothing of what went wrong inside.
 */
final class ProtocolErrors extends ErrorHandler {
  private static final Map<Integer, ProblemType> TYPES =
      Stream.of(
              ProblemType.NOT_FOUND,
              ProblemType.REQUEST_TIMEOUT,
              ProblemType.URI_TOO_LONG,
              ProblemType.HEADERS_TOO_LARGE,
              ProblemType.TEMPORARY_REDUCED_CAPACITY)
          .collect(toMap(ProblemType::status, Function.identity()));

  /** They belong to each such answer. */
  static final Map<String, String> HEADERS =
      Map.of(
          "Content-Type", "application/problem+json",
          "Cache-Control", "no-store",
          "X-Content-Type-Options", "nosniff",
          "Connection", "close");

  @Override
  public boolean errorPageForMethod(String method) {
    return true;
  }

  @Override
  protected void generateResponse(
      Request request,
      Response response,
      int code,
      @Nullable String message,
      @Nullable Throwable cause,
      Callback callback) {
    HEADERS.forEach(response.getHeaders()::put);
    response.write(true, ByteBuffer.wrap(body(code)), callback);
  }

  static byte[] body(int code) {
    ProblemType type = TYPES.getOrDefault(code, code < 500 ? MALFORMED_REQUEST : INTERNAL_ERROR);
    Problem problem = Problem.of(type, type.title() + "; nothing was done.");
    Map<String, Object> document = problem.document(UUID.randomUUID().toString().replace("-", ""));
    document.put("status", code);
    return JsonWriter.write(document);
  }
}
