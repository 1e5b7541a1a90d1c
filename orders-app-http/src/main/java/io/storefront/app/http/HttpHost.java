package io.storefront.app.http;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.servlet.DefaultTasks;
import io.storefront.app.api.Api;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** Javalin with one handler for everything: what there is and what is allowed the API knows. */
final class HttpHost {
  /** Twice what the API takes, so that it is the API who refuses all but the absurd. */
  private static final int MAX_HEAD = 16 * 1024;

  /** Longer than a load balancer keeps an idle connection, so that it is the one who closes it. */
  private static final Duration IDLE = Duration.ofSeconds(75);

  /** The longest pause inside a request. */
  private static final Duration SILENCE = Duration.ofSeconds(10);

  /**
   * How far apart Jetty keeps what several processors write: a line of the cache, in references. If
   * it is not told it asks JMX, which is started for that and for nothing else.
   */
  private static final String APART = "org.eclipse.jetty.util.referencesPerCacheLine";

  private static final String CACHE_LINE = "16";

  private static final String WEB_SOCKET = "Sec-WebSocket-Version";
  private static final Duration DRAIN = Duration.ofSeconds(10);

  /** A bare line feed ends nothing: where servers disagree on that, requests are smuggled. */
  private static final HttpCompliance STRICT =
      HttpCompliance.RFC9110.without(
          "RFC9110_CRLF",
          HttpCompliance.Violation.LF_HEADER_TERMINATION,
          HttpCompliance.Violation.LF_CHUNK_TERMINATION);

  private final RequestDeadline deadline;
  private final Exchange exchange;
  private final Optional<MetricsPage> metrics;
  private final Javalin javalin;
  private volatile boolean isLeaving;

  private HttpHost(Api api, int port, Duration answerWithin, Optional<MetricsPage> metrics) {
    this.metrics = metrics;
    this.deadline = new RequestDeadline(answerWithin);
    this.exchange = new Exchange(api, deadline);
    this.javalin = Javalin.create(config -> configure(config, port));
  }

  /**
   * Serves the API from now on.
   *
   * @param answerWithin after which a request is ended that has still not come to an answer
   */
  static HttpHost start(Api api, int port, Duration answerWithin, Optional<MetricsPage> metrics) {
    HttpHost host = new HttpHost(api, port, answerWithin, metrics);
    host.javalin.start();
    return host;
  }

  int port() {
    return javalin.port();
  }

  /** Tells every client with its next answer to look for another server. */
  void leave() {
    isLeaving = true;
  }

  /** Accepts nothing more and lets what is under way come to its end, for 10 s at most. */
  void stop() {
    javalin.stop();
    deadline.close();
  }

  @SuppressWarnings("unchecked") // generic varargs of Kotlin's
  private void configure(JavalinConfig config, int port) {
    System.getProperties().putIfAbsent(APART, CACHE_LINE);
    QueuedThreadPool threads = new QueuedThreadPool(16, 4);
    threads.setVirtualThreadsExecutor(Executors.newVirtualThreadPerTaskExecutor());
    config.concurrency.useVirtualThreads = true;
    config.jetty.threadPool = threads;
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
    config.http.compressionStrategy = CompressionStrategy.NONE;
    config.jetty.modifyServer(HttpHost::modify);
    config.jetty.modifyHttpConfiguration(HttpHost::modify);
    config.jetty.modifyServletContextHandler(
        context -> context.setErrorHandler(new ProtocolErrors()));
    config.jetty.addConnector((server, http) -> connector(server, http, port));
    metrics.ifPresent(
        page ->
            config.jetty.addConnector(
                (server, http) -> page.through(connector(server, http, page.wantedPort()))));
    config.requestLifeCycle(DefaultTasks.INSTANCE.getBEFORE());
    config.routes.before(this::handle);
  }

  private static void modify(Server server) {
    server.insertHandler(new GracefulHandler());
    server.setErrorHandler(new ProtocolErrors());
    server.setStopTimeout(DRAIN.toMillis());
  }

  private static void modify(HttpConfiguration http) {
    http.setRequestHeaderSize(MAX_HEAD);
    http.setIdleTimeout(SILENCE.toMillis());
    http.setHttpCompliance(STRICT);
    http.setSendServerVersion(false);
    http.addCustomizer(
        (request, headers) ->
            request.getHeaders().contains(WEB_SOCKET) ? new WithoutWebSocket(request) : request);
  }

  static ServerConnector connector(Server server, HttpConfiguration http, int port) {
    ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(http));
    connector.setPort(port);
    connector.setIdleTimeout(IDLE.toMillis());
    return connector;
  }

  /** Javalin answers whatever asks for a web socket itself; here the API answers everything. */
  private static final class WithoutWebSocket extends Request.Wrapper {
    WithoutWebSocket(Request request) {
      super(request);
    }

    @Override
    public HttpFields getHeaders() {
      return HttpFields.build(super.getHeaders()).remove(WEB_SOCKET);
    }
  }

  private void handle(Context context) throws IOException {
    if (metrics.isPresent() && metrics.get().isMeant(context.req())) {
      metrics.get().answer(context.req(), context.res());
    } else {
      exchange.handle(context.req(), context.res(), () -> isLeaving);
    }
  }
}
