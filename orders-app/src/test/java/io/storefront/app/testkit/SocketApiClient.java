package io.storefront.app.testkit;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/**
 * Speaks HTTP/1.1 to a server. A call with {@code Transfer-Encoding: chunked} is sent in chunks.
 *
 * <p>Broken framing cannot be sent through it; that takes a bare socket.
 */
public final class SocketApiClient implements ApiClient, AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final URI server;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  /**
   * A client of the server at this address.
   *
   * @param server scheme, host and port, for example {@code http://127.0.0.1:3000}
   */
  public SocketApiClient(URI server) {
    this.server = server;
  }

  @Override
  public ApiAnswer send(ApiCall call) {
    boolean chunked = "chunked".equals(call.headers().get("Transfer-Encoding"));
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(trimmed(server) + call.target()))
            .timeout(PATIENCE)
            .method(call.method(), body(call, chunked));
    call.without("Transfer-Encoding").headers().forEach(request::header);
    try {
      HttpResponse<byte[]> response = http.send(request.build(), BodyHandlers.ofByteArray());
      return new ApiAnswer(response.statusCode(), response.headers().map(), response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(call.method() + " " + call.target(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private static BodyPublisher body(ApiCall call, boolean chunked) {
    if (chunked) {
      return BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(call.body()));
    }
    return call.body().length == 0
        ? BodyPublishers.noBody()
        : BodyPublishers.ofByteArray(call.body());
  }

  private static String trimmed(URI address) {
    String text = address.toString();
    return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
  }

  @Override
  public void close() {
    http.close();
  }
}
