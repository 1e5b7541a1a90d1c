package io.storefront.reliability.postgres;

import io.storefront.adapters.inprocess.InProcessAdapters;
import io.storefront.adapters.postgres.PostgresAdapters;
import io.storefront.adapters.testkit.TestDatabase;
import io.storefront.adapters.testkit.WireProxy;
import io.storefront.app.answers.Answer;
import io.storefront.app.answers.AnswerReceipts;
import io.storefront.app.answers.KeyedRequest;
import io.storefront.app.answers.Placements;
import io.storefront.app.answers.Replays;
import io.storefront.app.relay.Relay;
import io.storefront.inventory.AdjustmentId;
import io.storefront.inventory.InventoryUseCases;
import io.storefront.orders.OrderUseCases;
import io.storefront.orders.Policies;
import io.storefront.orders.PortUnavailable;
import io.storefront.orders.port.OrderIds;
import io.storefront.orders.port.Orders;
import io.storefront.orders.port.Payments;
import io.storefront.orders.usecase.ActOnOrder;
import java.security.SecureRandom;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;

/** One instance of the application, with its own pool, behind its own network. */
final class Node implements AutoCloseable {
  private static final int CONNECTIONS = 4;
  private static final int BATCH = 10;
  private static final int LOOK_EVERY_MILLIS = 100;

  final WireProxy network;
  private final PostgresAdapters postgres;
  private final Tempo tempo;
  private final Payments payments;
  private final Relay relay;
  private final Tally tally;
  private final Thread background;
  private final ReentrantLock round = new ReentrantLock();
  private volatile Application application;
  private volatile boolean isOpen = true;

  private record Application(OrderUseCases useCases, Placements placements) {}

  Node(TestDatabase database, Tempo tempo, Payments payments, Bus bus, Tally tally) {
    this.network = database.network();
    this.postgres =
        PostgresAdapters.openLazily(database.settings(network).withMaxPoolSize(CONNECTIONS));
    this.tempo = tempo;
    this.payments = Paced.of(payments);
    this.relay = new Relay(Paced.of(postgres.outbox()), postgres.orderFeed(), bus, tempo);
    this.tally = tally;
    this.application = application(Policies.DEFAULT);
    this.background = Thread.ofVirtual().start(this::live);
  }

  /** From now on it works by these, and nothing that began before is still under way. */
  void follow(Policies policies) {
    round.lock();
    try {
      application = application(policies);
    } finally {
      round.unlock();
    }
  }

  Answer place(Shopper shopper, String run) {
    return application
        .placements()
        .once(shopper.request(run), receipt -> shopper.command(run, receipt));
  }

  <R> ActOnOrder.Outcome<R> act(ActOnOrder.Command<R> command) {
    return application.useCases().actOnOrder().act(command);
  }

  /** Whether it was asked for before, and changed something. */
  boolean knows(KeyedRequest request) {
    return postgres.answers().find(request.key()).isPresent();
  }

  @Override
  public void close() {
    isOpen = false;
    try {
      background.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    postgres.close();
    network.close();
  }

  /** Finishes what is due, and relays, as a host does behind its API. */
  private void live() {
    while (isOpen) {
      round.lock();
      try {
        application.useCases().runDueWork().once(BATCH);
      } catch (PortUnavailable again) {
        tally.saw("background had no storage");
      } finally {
        round.unlock();
      }
      relay.round();
      pause();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(LOOK_EVERY_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Application application(Policies policies) {
    Orders orders = Paced.of(postgres.orders());
    InventoryUseCases inventory =
        new InventoryUseCases(
            postgres.products(),
            postgres.stockItems(),
            () -> new AdjustmentId("adj_" + UUID.randomUUID()),
            tempo);
    OrderUseCases useCases =
        new OrderUseCases(
            orders,
            Paced.of(postgres.unfinishedOrders()),
            InProcessAdapters.stockReservations(inventory.claimStock(), postgres.stockItems()),
            payments,
            InProcessAdapters.customerLookup(postgres.customers()),
            InProcessAdapters.productCatalog(postgres.products()),
            OrderIds.uuidV7(tempo, new SecureRandom()),
            new AnswerReceipts(),
            tempo,
            policies);
    return new Application(
        useCases,
        new Placements(
            useCases.placeOrder(),
            useCases.resumePlacement(),
            new Replays(postgres.answers()),
            orders.carriesStock()));
  }
}
