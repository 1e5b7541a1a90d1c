package io.storefront.wiring;

import io.storefront.adapters.postgres.PostgresAdapters;
import io.storefront.adapters.sqs.SqsAdapters;
import io.storefront.app.api.Admission;
import io.storefront.app.api.Api;
import io.storefront.app.background.BackgroundWork;
import io.storefront.app.background.Sweep;
import io.storefront.app.intake.Intake;
import io.storefront.app.relay.Relay;
import io.storefront.app.relay.SignallingOrders;
import io.storefront.orders.OrderId;
import io.storefront.wiring.demo.Demo;
import io.storefront.wiring.metrics.EmbeddedMetrics;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The whole application, wired by hand: from a configuration to an API and the work that goes on
 * behind it. Hosts call these; threads are theirs.
 */
public final class OrdersApplication implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(OrdersApplication.class);

  private final Storage storage;
  private final Counting counting;
  private final Domains domains;
  private final Relay relay;
  private final BackgroundWork backgroundWork;
  private final Api api;
  private final Optional<SqsAdapters> sqs;
  private final Optional<Intake> intake;
  private volatile Consumer<OrderId> onCommit = order -> {};
  private volatile boolean isLeaving;

  private OrdersApplication(OrdersConfig config, Storage storage, Counting counting) {
    InstantSource clock = InstantSource.system();
    PostgresAdapters postgres = storage.postgres();
    this.storage = storage;
    this.counting = counting;
    Admission admission = new Admission(2 * config.poolSize(), Domains.PATIENCE, clock);
    this.domains =
        Domains.wire(
            config,
            postgres,
            new SignallingOrders(postgres.orders(), order -> onCommit.accept(order)),
            admission,
            counting.told(),
            clock);
    this.relay = Working.relay(postgres, counting.told(), clock);
    this.backgroundWork = Working.background(domains, relay, postgres, counting.told(), clock);
    this.api =
        new Api(
            ApiNeeds.of(
                config,
                domains,
                postgres,
                () -> !isLeaving && postgres.readiness().isReady(),
                admission,
                counting.told(),
                clock));
    this.sqs = Optional.of(config.queues()).filter(it -> !it.isEmpty()).map(SqsAdapters::new);
    this.intake =
        sqs.map(
            it -> new Intake(config.queues(), api, it.storefrontQueues(), postgres.readiness()));
    counting.show(postgres.vitals(), admission);
    LOG.info(
        "adapters {} database={}",
        domains.named(),
        storage.embedded().map(it -> "embedded-" + it.version()).orElse("external"));
  }

  /**
   * Builds everything; when this returns, the API is ready to answer.
   *
   * @throws ConfigRefused when the configuration does not fit the mode
   * @throws ApplicationUnavailable when the database cannot be used
   */
  public static OrdersApplication start(OrdersConfig config, StartMode mode) {
    refuseWhatDoesNotFit(config, mode);
    Counting counting = Counting.of(config, InstantSource.system());
    Storage storage = Storage.open(config, mode);
    try {
      if (mode != StartMode.AS_IS) {
        migrate(config, storage);
      }
      OrdersApplication application = new OrdersApplication(config, storage, counting);
      if (mode != StartMode.AS_IS && config.demoData()) {
        application.loadDemo();
      }
      return application;
    } catch (RuntimeException | Error e) {
      storage.close();
      throw e;
    }
  }

  private static void migrate(OrdersConfig config, Storage storage) {
    if (config.migrateAtStart()) {
      storage.migrate();
    } else {
      storage.requireMigrated(
          "run `migrate` first, or set " + Variable.MIGRATE_AT_START + " to true");
    }
  }

  /** The way in for requests. */
  public Api api() {
    return api;
  }

  /** The way in for orders that come by queue; empty where no queue is configured. */
  public Optional<Intake> intake() {
    return intake;
  }

  /** What has to be done now and then. */
  public BackgroundWork backgroundWork() {
    return backgroundWork;
  }

  /** The same, for a host that a schedule wakes. */
  public Sweep sweep() {
    return new Sweep(backgroundWork, InstantSource.system(), Thread::sleep);
  }

  /** What brings events to the feed and to the bus; the background work does so too. */
  public Relay relay() {
    return relay;
  }

  /**
   * Tells the listener from now on of each commit that left events to be relayed, on the committing
   * thread; it must be quick and must not throw.
   */
  public void onCommit(Consumer<OrderId> listener) {
    onCommit = listener;
  }

  /** What was counted, as Prometheus reads it; empty where nothing is counted. */
  public Optional<Supplier<String>> metrics() {
    return counting.prometheus().map(it -> it::text);
  }

  /** What was counted, as CloudWatch reads it; empty where it is told nothing. */
  public Optional<EmbeddedMetrics> embeddedMetrics() {
    return counting.cloudWatch();
  }

  /** From now on the application says that it is not ready, and answers all the same. */
  public void leave() {
    isLeaving = true;
  }

  /** Lets go of every connection, and stops the embedded database. */
  @Override
  public void close() {
    try {
      storage.close();
      counting.close();
    } finally {
      sqs.ifPresent(SqsAdapters::close);
    }
  }

  private static void refuseWhatDoesNotFit(OrdersConfig config, StartMode mode) {
    if (mode == StartMode.FRESH && config.database().isPresent()) {
      throw new ConfigRefused(
          List.of(
              Variable.DATABASE_URL
                  + ": a fresh start throws data away, and only ever the embedded database's"));
    }
    if (mode == StartMode.AS_IS) {
      config.requiringDatabase();
    } else if (config.metricsNamespace().isPresent()) {
      throw new ConfigRefused(
          List.of(Variable.METRICS_NAMESPACE + ": is for functions; a server has METRICS_PORT"));
    }
  }

  private void loadDemo() {
    PostgresAdapters postgres = storage.postgres();
    new Demo(
            domains.inventory().putProduct(),
            postgres.products(),
            postgres.stockItems(),
            postgres.customers(),
            postgres.storefronts(),
            postgres.apiKeys())
        .load();
  }
}
