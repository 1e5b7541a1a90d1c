package io.storefront.reliability.blackbox;

import io.storefront.app.testkit.ApiAnswer;
import io.storefront.app.testkit.ApiCall;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;

/** Speaks to servers that may die meanwhile, and gives up soon. */
final class Http implements AutoCloseable {
  private static final Duration CONNECTING = Duration.ofSeconds(2);
  private static final Duration PATIENCE = Duration.ofSeconds(4);

  private final Duration patience;
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(CONNECTING)
          .build();

  Http() {
    this(PATIENCE);
  }

  /** Waits so long for each answer. */
  Http(Duration patience) {
    this.patience = patience;
  }

  /** Empty when no whole answer came: then nobody knows what has been done. */
  Optional<ApiAnswer> send(URI address, ApiCall call) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address + call.target()))
            .timeout(patience)
            .method(call.method(), BodyPublishers.ofByteArray(call.body()));
    call.headers().forEach(request::header);
    try {
      HttpResponse<byte[]> response = client.send(request.build(), BodyHandlers.ofByteArray());
      return Optional.of(
          new ApiAnswer(response.statusCode(), response.headers().map(), response.body()));
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  @Override
  public void close() {
    client.shutdownNow();
    client.close();
  }
}
