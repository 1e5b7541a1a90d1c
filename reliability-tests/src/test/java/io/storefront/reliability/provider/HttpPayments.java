package io.storefront.reliability.provider;

import io.storefront.orders.AttemptRef;
import io.storefront.orders.PaymentToken;
import io.storefront.orders.StorefrontId;
import io.storefront.orders.port.Payments;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/**
 * The provider over HTTP. Where no connection came about, nothing was sent. Once a byte may have
 * left, only a complete answer that names this very request is a yes or a no.
 */
public final class HttpPayments implements Payments {
  private static final long LARGEST_ANSWER = 256L * 1024;

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();
  private final URI address;

  /** Of the provider at this address. */
  public HttpPayments(URI address) {
    this.address = address.resolve("payments");
  }

  @Override
  public Answer send(Instruction instruction, Duration within) {
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form(instruction, true)))
            .build();
    return exchange(instruction, request, within, new NotSent());
  }

  @Override
  public Answer ask(Instruction instruction, Duration within) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address + "?" + form(instruction, false))).GET().build();
    return exchange(instruction, request, within, new Unknown());
  }

  @Override
  public Capabilities capabilities(StorefrontId storefront) {
    return new Capabilities(true);
  }

  private Answer exchange(
      Instruction instruction, HttpRequest request, Duration within, Answer ifUnreachable) {
    CompletableFuture<HttpResponse<byte[]>> answer =
        client.sendAsync(
            request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), LARGEST_ANSWER));
    try {
      return Answers.of(
          answer.get(within.toNanos(), TimeUnit.NANOSECONDS),
          instruction,
          request.method().equals("GET"));
    } catch (ExecutionException e) {
      return e.getCause() instanceof ConnectException ? ifUnreachable : new Unknown();
    } catch (TimeoutException late) {
      answer.cancel(true);
      return new Unknown();
    } catch (InterruptedException e) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      return new Unknown();
    }
  }

  /** A look-up does not carry the token, which would end up in logs. */
  private static String form(Instruction instruction, boolean withToken) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("key", instruction.key().value());
    fields.put("kind", instruction.kind().name());
    fields.put("order", instruction.order().value());
    fields.put("amount", instruction.amount().toString());
    fields.put("of", instruction.target().map(HttpPayments::key).orElse(""));
    if (withToken) {
      fields.put("token", instruction.token().map(PaymentToken::value).orElse(""));
    }
    return fields.entrySet().stream()
        .map(it -> it.getKey() + "=" + URLEncoder.encode(it.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  private static String key(AttemptRef authorization) {
    return authorization.key().value();
  }
}
