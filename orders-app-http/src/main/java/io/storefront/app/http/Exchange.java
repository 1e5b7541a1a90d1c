package io.storefront.app.http;

import io.storefront.app.api.Api;
import io.storefront.app.api.ApiRequest;
import io.storefront.app.api.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/**
 * Turns what came over the socket into a request of the API, and its response into what goes out.
 */
final class Exchange {
  private static final Duration BODY_WITHIN = Duration.ofSeconds(10);

  private final Api api;
  private final RequestDeadline deadline;

  Exchange(Api api, RequestDeadline deadline) {
    this.api = api;
    this.deadline = deadline;
  }

  /**
   * Answers it.
   *
   * @param isLast whether the connection ends with the answer; asked when that is there
   */
  void handle(HttpServletRequest request, HttpServletResponse response, BooleanSupplier isLast)
      throws IOException {
    ApiResponse answer = answer(request);
    response.reset();
    response.setStatus(answer.status());
    answer.headers().forEach(response::setHeader);
    if (isLast.getAsBoolean()
        || answer.status() == HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE) {
      response.setHeader("Connection", "close");
    }
    if (answer.body().length > 0) {
      response.setContentLength(answer.body().length);
      response.getOutputStream().write(answer.body());
    }
  }

  private ApiResponse answer(HttpServletRequest request) {
    Map<String, List<String>> headers = headers(request);
    byte[] body;
    try {
      body = body(request.getInputStream());
    } catch (IOException | RuntimeException unreadable) {
      return refused(isTimeout(unreadable) ? 408 : 400);
    }
    ApiRequest whole =
        new ApiRequest(
            request.getMethod(),
            request.getRequestURI(),
            Optional.ofNullable(request.getQueryString()).orElse(""),
            headers,
            body,
            request.getRemoteAddr());
    return deadline.keep(() -> api.handle(whole));
  }

  private static ApiResponse refused(int code) {
    return new ApiResponse(code, ProtocolErrors.HEADERS, ProtocolErrors.body(code));
  }

  private static boolean isTimeout(Throwable failure) {
    return failure instanceof TimeoutException || failure.getCause() instanceof TimeoutException;
  }

  private static Map<String, List<String>> headers(HttpServletRequest request) {
    Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (String name : Collections.list(request.getHeaderNames())) {
      headers.put(name, Collections.list(request.getHeaders(name)));
    }
    return headers;
  }

  /** Counted while reading, because a length that was announced may be a lie. */
  private static byte[] body(InputStream in) throws IOException {
    long start = System.nanoTime();
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    byte[] chunk = new byte[8192];
    int count;
    do {
      count = in.read(chunk, 0, Math.min(chunk.length, ApiRequest.MAX_BODY + 1 - body.size()));
      body.write(chunk, 0, Math.max(count, 0));
      if (System.nanoTime() - start > BODY_WITHIN.toNanos()) {
        throw new IOException(new TimeoutException());
      }
    } while (count > 0 && body.size() <= ApiRequest.MAX_BODY);
    return body.toByteArray();
  }
}
