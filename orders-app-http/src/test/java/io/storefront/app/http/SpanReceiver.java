package io.storefront.app.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Takes the spans that are sent by OTLP over HTTP to a port of the loopback interface. */
final class SpanReceiver implements AutoCloseable {
  private static final int OK = 200;

  private final HttpServer server;
  private final List<Span> spans = new CopyOnWriteArrayList<>();

  /** As trace.proto has them; ids in hexadecimal digits, an empty parent for none. */
  record Span(String trace, String id, String parent, String name, long kind) {
    private static final long SERVER = 2;
    private static final long CLIENT = 3;

    boolean isServers() {
      return kind == SERVER;
    }

    boolean isClients() {
      return kind == CLIENT;
    }
  }

  private SpanReceiver(HttpServer server) {
    this.server = server;
  }

  static SpanReceiver start() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    SpanReceiver receiver = new SpanReceiver(server);
    server.createContext("/v1/traces", receiver::take);
    server.start();
    return receiver;
  }

  String endpoint() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** What came of this trace so far. */
  List<Span> of(String trace) {
    return spans.stream().filter(span -> span.trace().equals(trace)).toList();
  }

  private void take(HttpExchange exchange) throws IOException {
    ProtoMessage request = ProtoMessage.read(exchange.getRequestBody().readAllBytes());
    List<Span> together =
        request.messages(1).stream()
            .flatMap(resource -> resource.messages(2).stream())
            .flatMap(scope -> scope.messages(2).stream())
            .map(
                span ->
                    new Span(
                        hex(span.bytes(1)),
                        hex(span.bytes(2)),
                        hex(span.bytes(4)),
                        span.text(5),
                        span.number(6)))
            .toList();
    spans.addAll(together);
    exchange.sendResponseHeaders(OK, -1);
    exchange.close();
  }

  private static String hex(byte[] id) {
    return HexFormat.of().formatHex(id);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
