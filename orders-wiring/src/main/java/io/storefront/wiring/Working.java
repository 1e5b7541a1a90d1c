package io.storefront.wiring;

import io.storefront.adapters.log.LogAdapters;
import io.storefront.adapters.postgres.PostgresAdapters;
import io.storefront.app.background.BackgroundWork;
import io.storefront.app.background.Upkeep;
import io.storefront.app.port.EventPublisher;
import io.storefront.app.port.Measurements;
import io.storefront.app.relay.Relay;
import io.storefront.orders.usecase.RunDueWork;
import java.time.InstantSource;

/** Puts together what goes on behind the API. */
final class Working {
  private Working() {}

  static Relay relay(PostgresAdapters postgres, Measurements told, InstantSource clock) {
    return new Relay(
        postgres.outbox(),
        postgres.orderFeed(),
        Measured.port(EventPublisher.class, LogAdapters.eventPublisher(), told),
        clock);
  }

  static BackgroundWork background(
      Domains domains,
      Relay relay,
      PostgresAdapters postgres,
      Measurements told,
      InstantSource clock) {
    return new BackgroundWork(
        Measured.port(RunDueWork.class, domains.orders().runDueWork(), told),
        postgres.unfinishedOrders(),
        relay,
        new Upkeep(postgres.chores(), postgres.outbox(), postgres.expiredAnswers(), clock));
  }
}
