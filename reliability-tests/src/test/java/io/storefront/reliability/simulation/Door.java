package io.storefront.reliability.simulation;

import io.storefront.app.answers.Answer;
import io.storefront.app.answers.IdempotencyKey;
import io.storefront.app.answers.KeyedRequest;
import io.storefront.app.answers.Placements;
import io.storefront.app.answers.Replays;
import io.storefront.app.port.Answers;
import io.storefront.orders.OrderUseCases;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Places orders as the API does, with its stored answers, and without its JSON. */
final class Door {
  private final Placements placements;

  Door(OrderUseCases useCases, Answers answers, boolean storageCarriesStock) {
    this.placements =
        new Placements(
            useCases.placeOrder(),
            useCases.resumePlacement(),
            new Replays(answers),
            storageCarriesStock);
  }

  Answer place(Wish wish) {
    KeyedRequest request =
        KeyedRequest.of(
            Wish.STOREFRONT.value(),
            "POST /v1/orders",
            new IdempotencyKey(wish.key()),
            List.of(),
            wish.content().getBytes(StandardCharsets.UTF_8));
    return placements.once(request, wish::command);
  }
}
