package io.storefront.wiring;

import io.storefront.adapters.log.LogAdapters;
import io.storefront.adapters.postgres.PostgresAdapters;
import io.storefront.app.background.BackgroundWork;
import io.storefront.app.background.Upkeep;
import io.storefront.app.relay.Relay;
import java.time.InstantSource;

/** Puts together what goes on behind the API. */
final class Working {
  private Working() {}

  static Relay relay(PostgresAdapters postgres, InstantSource clock) {
    return new Relay(postgres.outbox(), postgres.orderFeed(), LogAdapters.eventPublisher(), clock);
  }

  static BackgroundWork background(
      Domains domains, Relay relay, PostgresAdapters postgres, InstantSource clock) {
    return new BackgroundWork(
        domains.orders().runDueWork(),
        postgres.unfinishedOrders(),
        relay,
        new Upkeep(postgres.chores(), postgres.outbox(), postgres.expiredAnswers(), clock));
  }
}
