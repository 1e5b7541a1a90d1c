package io.storefront.app.http;

import io.storefront.wiring.LogFormat;
import io.storefront.wiring.OrdersApplication;
import io.storefront.wiring.OrdersConfig;
import io.storefront.wiring.StartMode;
import io.storefront.wiring.demo.Greeting;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The application with its host and its threads, from the start to an orderly end. */
record Server(
    OrdersApplication application,
    HttpHost host,
    Background background,
    Optional<QueueReaders> readers,
    Duration shutdownDelay) {
  private static final Logger LOG = LoggerFactory.getLogger(Server.class);
  private static final PrintStream OUT = System.out;

  /** Serves until the process is told to end; a signal ends it in order even while it starts. */
  static void run(OrdersConfig config, StartMode mode) {
    CompletableFuture<Server> started = new CompletableFuture<>();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> end(started), "shutdown"));
    try {
      started.complete(start(config, mode));
    } catch (RuntimeException | Error e) {
      started.completeExceptionally(e);
      throw e;
    }
  }

  private static Server start(OrdersConfig config, StartMode mode) {
    OrdersApplication application = OrdersApplication.start(config, mode);
    try {
      Optional<MetricsPage> metrics = MetricsPage.of(application, config);
      HttpHost host =
          HttpHost.start(application.api(), config.port(), config.answerWithin(), metrics);
      Background background = Background.start(application.backgroundWork());
      application.onCommit(order -> background.wake());
      greet(config, "http://localhost:" + host.port());
      metrics.ifPresent(page -> LOG.info("metrics on port {}", page.port()));
      Optional<QueueReaders> readers =
          application.intake().map(intake -> QueueReaders.start(intake, config.answerWithin()));
      return new Server(application, host, background, readers, config.shutdownDelay());
    } catch (RuntimeException | Error e) {
      application.close();
      throw e;
    }
  }

  /** To people as it is, to be pasted; to machines as everything else that is told. */
  private static void greet(OrdersConfig config, String address) {
    boolean isForMachines = config.logging().format() == LogFormat.JSON;
    Consumer<String> listener = isForMachines ? LOG::info : OUT::println;
    listener.accept("listening on " + address);
    if (config.demoData()) {
      Greeting.lines(address).forEach(listener);
    }
  }

  private static void end(CompletableFuture<Server> started) {
    try {
      started.get().stop();
      Runtime.getRuntime().halt(0);
    } catch (ExecutionException neverStarted) {
      // Whoever failed to start it has said so and cleaned up.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void stop() throws InterruptedException {
    LOG.info("stopping");
    application.leave();
    host.leave();
    readers.ifPresent(QueueReaders::leave);
    Thread.sleep(shutdownDelay);
    try (application) {
      host.stop();
      if (readers.isPresent()) {
        readers.get().stop();
      }
      background.stop();
    }
    LOG.info("stopped");
  }
}
