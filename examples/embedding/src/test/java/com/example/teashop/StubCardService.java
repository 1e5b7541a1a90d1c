package com.example.teashop;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.storefront.orders.ProviderKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.joda.money.Money;

/** The service that takes our cards, with books of its own; the token says how it behaves. */
final class StubCardService implements AutoCloseable {
  private final Map<String, String> answers = new ConcurrentHashMap<>();
  private final Map<String, List<Money>> books = new ConcurrentHashMap<>();
  private final Map<String, Money> left = new ConcurrentHashMap<>();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpServer server;

  StubCardService() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/payments/", this::handle);
    server.setExecutor(threads);
    server.start();
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  List<Money> effects(ProviderKey key) {
    return books.getOrDefault(key.value(), List.of());
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdown();
  }

  private void handle(HttpExchange exchange) throws IOException {
    String key =
        URLDecoder.decode(
            exchange.getRequestURI().getRawPath().substring("/payments/".length()),
            StandardCharsets.UTF_8);
    if (exchange.getRequestMethod().equals("GET")) {
      say(exchange, 200, answers.getOrDefault(key, "unheard-of " + key));
      return;
    }
    String[] order =
        new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8).split(" ");
    String answer = answer(key, order);
    switch (order[3]) {
      case "tok_silence" -> {} // done, and the connection stays open without an answer
      case "tok_cut" -> exchange.close();
      case "tok_garbage" -> say(exchange, 502, "<html>Bad Gateway</html>");
      default -> say(exchange, 200, answer);
    }
  }

  private synchronized String answer(String key, String[] order) {
    return answers.computeIfAbsent(key, first -> act(first, order));
  }

  private String act(String key, String[] order) {
    Money amount = Money.parse(order[1] + " " + order[2]);
    if (order[3].equals("tok_decline")) {
      return "declined card_declined";
    }
    if (!order[0].equals("AUTHORIZE")) {
      Money have = left.getOrDefault(order[3], Money.zero(amount.getCurrencyUnit()));
      if (!have.isPositive() || amount.isGreaterThan(have)) {
        return "declined too_much";
      }
      left.put(order[3], order[0].equals("VOID") ? have.minus(have) : have.minus(amount));
    }
    left.put(key, amount);
    books.computeIfAbsent(key, first -> new CopyOnWriteArrayList<>()).add(amount);
    return "approved ref-" + key;
  }

  private static void say(HttpExchange exchange, int status, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
