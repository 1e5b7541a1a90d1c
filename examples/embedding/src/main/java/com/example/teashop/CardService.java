package com.example.teashop;

import io.storefront.orders.PaymentToken;
import io.storefront.orders.ProviderReference;
import io.storefront.orders.StorefrontId;
import io.storefront.orders.port.Payments;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Payments over the service that takes our cards: {@code PUT /payments/{key}} does a thing once,
 * {@code GET /payments/{key}} reads what became of it. It answers with a word and a text.
 */
public final class CardService implements Payments {
  private final URI service;
  private final HttpClient http;

  public CardService(URI service) {
    this.service = service;
    this.http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();
  }

  /** The key is the service's idempotency key: sent twice, it is done once. */
  @Override
  public Answer send(Instruction instruction, Duration within) {
    String target =
        instruction
            .target()
            .map(authorization -> authorization.key().value())
            .or(() -> instruction.token().map(PaymentToken::value))
            .orElseThrow();
    String order = instruction.kind() + " " + instruction.amount() + " " + target;
    return answer(request(instruction).PUT(BodyPublishers.ofString(order)), within, new NotSent());
  }

  /** Reads, and never sends. Only the service can say that it knows of no such request. */
  @Override
  public Answer ask(Instruction instruction, Duration within) {
    return answer(request(instruction).GET(), within, new Unknown());
  }

  @Override
  public Capabilities capabilities(StorefrontId storefront) {
    return new Capabilities(false);
  }

  private HttpRequest.Builder request(Instruction instruction) {
    String key = URLEncoder.encode(instruction.key().value(), StandardCharsets.UTF_8);
    return HttpRequest.newBuilder(service.resolve("/payments/" + key));
  }

  private Answer answer(HttpRequest.Builder request, Duration within, Answer notConnected) {
    CompletableFuture<HttpResponse<String>> answer =
        http.sendAsync(request.build(), BodyHandlers.ofString());
    try {
      return read(answer.get(within.toMillis(), TimeUnit.MILLISECONDS));
    } catch (ExecutionException e) {
      return isNotConnected(e.getCause()) ? notConnected : new Unknown();
    } catch (TimeoutException e) {
      answer.cancel(true);
      return new Unknown(); // it may have been done: never a decline
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Unknown();
    }
  }

  /** Without a connection certainly no byte was sent. Every other failure may have come after. */
  private static boolean isNotConnected(Throwable failure) {
    return failure instanceof ConnectException || failure instanceof HttpConnectTimeoutException;
  }

  /** What is not exactly a yes or a no is unknown, whoever between us and the service said it. */
  private static Answer read(HttpResponse<String> response) {
    String[] words = response.body().strip().split(" ", 2);
    if (response.statusCode() != 200 || words.length < 2) {
      return new Unknown();
    }
    return switch (words[0]) {
      case "approved" -> new Approved(new ProviderReference(words[1]), Optional.empty());
      case "declined" -> new Declined(words[1]);
      case "unheard-of" -> new NotSent();
      default -> new Unknown();
    };
  }
}
