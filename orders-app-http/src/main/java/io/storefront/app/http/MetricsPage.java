package io.storefront.app.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.storefront.wiring.OrdersApplication;
import io.storefront.wiring.OrdersConfig;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.jetty.server.ServerConnector;

/** What Prometheus reads, on a port where nothing else is; whoever reaches that port may look. */
final class MetricsPage {
  private static final String PATH = "/metrics";
  private static final int NOT_FOUND = 404;

  private final int wantedPort;
  private final Supplier<String> text;
  private volatile Optional<ServerConnector> door = Optional.empty();

  private MetricsPage(int wantedPort, Supplier<String> text) {
    this.wantedPort = wantedPort;
    this.text = text;
  }

  /** Where the configuration asks for one. */
  static Optional<MetricsPage> of(OrdersApplication application, OrdersConfig config) {
    return application
        .metrics()
        .map(text -> new MetricsPage(config.metricsPort().orElseThrow(), text));
  }

  /** The port that is asked for. */
  int wantedPort() {
    return wantedPort;
  }

  /** From now on it is seen through this one. */
  ServerConnector through(ServerConnector connector) {
    door = Optional.of(connector);
    return connector;
  }

  /** The port that it is at, once the host has started. */
  int port() {
    return door.orElseThrow().getLocalPort();
  }

  /** Whether this request is for here, and for nobody else. */
  boolean isMeant(HttpServletRequest request) {
    return request.getLocalPort() == port();
  }

  void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
    boolean isFound = request.getMethod().equals("GET") && request.getRequestURI().equals(PATH);
    byte[] body = isFound ? text.get().getBytes(UTF_8) : ProtocolErrors.body(NOT_FOUND);
    response.reset();
    response.setStatus(isFound ? HttpServletResponse.SC_OK : NOT_FOUND);
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader(
        "Content-Type",
        isFound ? "text/plain; version=0.0.4; charset=utf-8" : "application/problem+json");
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }
}
