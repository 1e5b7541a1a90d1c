package io.storefront.app.http;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
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
    return switch (code) {
      case 404 -> problem(code, "not-found", "There is nothing at this path.", false);
      case 408 -> problem(code, "request-timeout", "The request took too long.", true);
      case 414 -> problem(code, "uri-too-long", "The address is over 2 KiB.", false);
      case 431 -> problem(code, "headers-too-large", "There are over 8 KiB or 100 headers.", false);
      case 503 -> problem(code, "temporary-reduced-capacity", "The server is going down.", true);
      default ->
          code < 500
              ? problem(code, "malformed-request", "This is not a valid HTTP request.", false)
              : problem(code, "internal-error", "Something went wrong.", true);
    };
  }

  private static byte[] problem(int code, String name, String detail, boolean retryable) {
    return """
    {"type":"https://storefront.io/problems/%s","title":"%s","status":%d,"detail":"%s",\
    "retryable":%b}\
    """
        .formatted(name, name.replace('-', ' '), code, detail, retryable)
        .getBytes(StandardCharsets.UTF_8);
  }
}
