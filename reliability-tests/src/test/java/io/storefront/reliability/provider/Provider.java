package io.storefront.reliability.provider;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/**
 * The program. Says on which port it listens, on loopback, and ends when nobody holds its standard
 * input any more. Its books live as long as it does, whatever becomes of those who ask it.
 */
final class Provider {
  private final Books books = new Books();
  private final Skies skies = new Skies();
  private final Map<String, Integer> late = new ConcurrentHashMap<>();
  private final Travel travel = new Travel(books, skies, late);

  private Provider() {}

  /** Runs it. */
  static void main() throws IOException {
    InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    HttpServer server = HttpServer.create(anyPort, 200);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    Provider provider = new Provider();
    server.createContext("/payments", provider.travel);
    server.createContext("/heal", provider.telling(provider::heal));
    server.createContext("/late", provider.telling(provider::late));
    server.createContext("/ledger", provider.telling(provider::ledger));
    server.createContext("/modes", provider.telling(run -> provider.modes()));
    server.start();
    System.out.println(server.getAddress().getPort());
    System.in.readAllBytes();
    server.stop(0);
    System.exit(0);
  }

  private interface Telling {
    String about(String run);
  }

  private HttpHandler telling(Telling telling) {
    return exchange -> answer(exchange, telling.about(Request.of(exchange).get("run")));
  }

  private static void answer(HttpExchange exchange, String text) throws IOException {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private String heal(String run) {
    skies.heal(run);
    return "";
  }

  /** How many requests are still on their way to the books. */
  private String late(String run) {
    return Integer.toString(late.getOrDefault(run, 0));
  }

  private String ledger(String orders) {
    return books.ledger().stream()
        .filter(effect -> orders.contains(effect.order()))
        .map(Effect::line)
        .collect(Collectors.joining("\n"));
  }

  private String modes() {
    return skies.met().entrySet().stream()
        .map(entry -> entry.getKey() + "|" + entry.getValue())
        .collect(Collectors.joining("\n"));
  }
}
