package io.storefront.reliability.provider;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;

/** How a request comes to the books, and how the answer comes back, if it does. */
final class Travel implements HttpHandler {
  private static final int LATENCY_MILLIS = 5;
  private static final int SLOW_MILLIS = 150;
  private static final int LATE_LEAST_MILLIS = 600;
  private static final int LATE_MOST_MILLIS = 2_000;
  private static final int DRIP_MILLIS = 20;

  private final Books books;
  private final Skies skies;
  private final Map<String, Integer> late;
  private final AtomicLong garbage = new AtomicLong();

  /**
   * To these books.
   *
   * @param late counts what is on its way, by run
   */
  Travel(Books books, Skies skies, Map<String, Integer> late) {
    this.books = books;
    this.skies = skies;
    this.late = late;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      Request request = Request.of(exchange);
      travel(exchange, request, skies.next(request));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void travel(HttpExchange exchange, Request request, Mode mode)
      throws IOException, InterruptedException {
    switch (mode) {
      case CLEAR -> {
        Thread.sleep(LATENCY_MILLIS);
        answer(exchange, Reply.of(done(request)));
      }
      case SLOW -> {
        Thread.sleep(SLOW_MILLIS);
        answer(exchange, Reply.of(done(request)));
      }
      case TWICE -> {
        Thread twin = Thread.ofVirtual().start(() -> done(request));
        Verdict verdict = done(request);
        twin.join();
        answer(exchange, Reply.of(verdict));
      }
      case DROP_BEFORE -> {
        // Nothing happens, and the exchange ends without an answer.
      }
      case DROP_AFTER -> done(request);
      case ERROR_BEFORE -> answer(exchange, Reply.json(503, "{}"));
      case ERROR_AFTER -> answer(exchange, Reply.json(500, done(request).json()));
      case GARBAGE -> answer(exchange, Garbage.any(garbage.getAndIncrement()).of(done(request)));
      case DRIP -> drip(exchange, done(request));
      case LATE -> arriveLate(request);
    }
  }

  private Verdict done(Request request) {
    return request.isSent() ? books.act(request) : books.ask(request);
  }

  private void arriveLate(Request request) throws InterruptedException {
    String run = skies.run(request);
    late.merge(run, 1, Integer::sum);
    Thread.sleep(ThreadLocalRandom.current().nextInt(LATE_LEAST_MILLIS, LATE_MOST_MILLIS));
    done(request);
    late.merge(run, -1, Integer::sum);
  }

  private static void answer(HttpExchange exchange, Reply reply) throws IOException {
    byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
    reply.headers().forEach(exchange.getResponseHeaders()::set);
    exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
  }

  private static void drip(HttpExchange exchange, Verdict verdict)
      throws IOException, InterruptedException {
    byte[] body = verdict.json().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, body.length);
    OutputStream out = exchange.getResponseBody();
    for (byte piece : body) {
      out.write(piece);
      out.flush();
      Thread.sleep(DRIP_MILLIS);
    }
  }
}
