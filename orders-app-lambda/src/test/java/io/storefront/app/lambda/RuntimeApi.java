package io.storefront.app.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The Runtime API of Lambda on a port of the loopback interface: hands each event to one of the
 * instances that poll it, and their answers back. Thread-safe.
 */
public final class RuntimeApi implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final byte[] ACCEPTED = "{\"status\":\"OK\"}".getBytes(UTF_8);

  private final BlockingQueue<Invocation> waiting = new LinkedBlockingQueue<>();
  private final Map<String, Invocation> underWay = new ConcurrentHashMap<>();
  private final CompletableFuture<String> initFailure = new CompletableFuture<>();
  private final CompletableFuture<Void> frozen = new CompletableFuture<>();
  private final CompletableFuture<Void> thawed = new CompletableFuture<>();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpServer server;
  private final Duration timeout;

  private record Invocation(String id, String event, CompletableFuture<byte[]> answer) {}

  /** What an instance said instead of an answer. */
  public static final class FunctionError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    FunctionError(String message) {
      super(message);
    }
  }

  private RuntimeApi(HttpServer server, Duration timeout) {
    this.server = server;
    this.timeout = timeout;
  }

  /** Serves instances of a function that may take so long for one event. */
  public static RuntimeApi start(Duration timeout) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    RuntimeApi api = new RuntimeApi(server, timeout);
    server.setExecutor(api.threads);
    server.createContext("/2018-06-01/runtime/", api::serve);
    server.start();
    return api;
  }

  /** What AWS_LAMBDA_RUNTIME_API says. */
  public String address() {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  /**
   * The answer of whichever instance is free first.
   *
   * @throws FunctionError when it reports one
   */
  public byte[] invoke(String event) {
    return await(begin(event));
  }

  /** The same for somebody who may give up; the instance goes on with it all the same. */
  public CompletableFuture<byte[]> begin(String event) {
    Invocation invocation =
        new Invocation(UUID.randomUUID().toString(), event, new CompletableFuture<>());
    waiting.add(invocation);
    return invocation.answer();
  }

  /** Whether an instance has an event that it has not answered yet. */
  public boolean isAtWork() {
    return !underWay.isEmpty();
  }

  /** Why an instance could not start. */
  public String initFailure() {
    return await(initFailure);
  }

  /** Waits until an instance says that a snapshot may be taken of it. */
  public void awaitSnapshot() {
    await(frozen);
  }

  /** Lets that instance go on, as if it were restored from the snapshot. */
  public void restore() {
    thawed.complete(null);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void serve(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath().substring("/2018-06-01/runtime/".length());
    byte[] body = exchange.getRequestBody().readAllBytes();
    switch (path) {
      case "invocation/next" -> next(exchange);
      case "init/error" -> {
        initFailure.complete(new String(body, UTF_8));
        reply(exchange, 202, ACCEPTED);
      }
      case "restore/next" -> {
        frozen.complete(null);
        thawed.join();
        reply(exchange, 200, new byte[0]);
      }
      default -> {
        answered(path.split("/"), body);
        reply(exchange, 202, ACCEPTED);
      }
    }
  }

  private void next(HttpExchange exchange) throws IOException {
    try {
      Invocation invocation = waiting.take();
      underWay.put(invocation.id(), invocation);
      var headers = exchange.getResponseHeaders();
      headers.set("Lambda-Runtime-Aws-Request-Id", invocation.id());
      headers.set(
          "Lambda-Runtime-Deadline-Ms",
          Long.toString(System.currentTimeMillis() + timeout.toMillis()));
      headers.set(
          "Lambda-Runtime-Trace-Id",
          "Root=1-5bef4de7-ad49b0e87f6ef6c87fc2e700;Parent=9a9197af755a6419;Sampled=0");
      headers.set(
          "Lambda-Runtime-Invoked-Function-Arn",
          "arn:aws:lambda:eu-central-1:123456789012:function:orders");
      headers.set("Content-Type", "application/json");
      reply(exchange, 200, invocation.event().getBytes(UTF_8));
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
      exchange.close();
    }
  }

  private void answered(String[] path, byte[] body) {
    Invocation invocation = underWay.remove(path[1]);
    if (path[2].equals("response")) {
      invocation.answer().complete(body);
    } else {
      invocation.answer().completeExceptionally(new FunctionError(new String(body, UTF_8)));
    }
  }

  private static void reply(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    if (body.length > 0) {
      exchange.getResponseBody().write(body);
    }
    exchange.close();
  }

  private static <T> T await(CompletableFuture<T> future) {
    try {
      return future.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof FunctionError error ? error : new IllegalStateException(e);
    } catch (TimeoutException e) {
      throw new IllegalStateException("no answer within " + PATIENCE, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
