package io.storefront.reliability.simulation;

import io.storefront.app.answers.Answer;
import io.storefront.app.answers.IdempotencyKey;
import io.storefront.app.answers.KeyedRequest;
import io.storefront.app.answers.PlacementAnswers;
import io.storefront.app.answers.PlacementReceipt;
import io.storefront.app.answers.Replays;
import io.storefront.app.port.Answers;
import io.storefront.orders.OrderUseCases;
import io.storefront.orders.usecase.PlaceOrder.Outcome;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Places orders as the API does, with its stored answers, and without its JSON. */
final class Door {
  private final OrderUseCases useCases;
  private final Replays replays;
  private final boolean storageCarriesStock;

  Door(OrderUseCases useCases, Answers answers, boolean storageCarriesStock) {
    this.useCases = useCases;
    this.replays = new Replays(answers);
    this.storageCarriesStock = storageCarriesStock;
  }

  Answer place(Wish wish) {
    KeyedRequest request =
        KeyedRequest.of(
            Wish.STOREFRONT.value(),
            "POST /v1/orders",
            new IdempotencyKey(wish.key()),
            List.of(),
            wish.content().getBytes(StandardCharsets.UTF_8));
    return replays.once(
        request, unfinished -> resumed(request, unfinished), () -> placed(wish, request));
  }

  private Optional<Answer> placed(Wish wish, KeyedRequest request) {
    PlacementReceipt receipt = new PlacementReceipt(request, storageCarriesStock);
    Outcome outcome = useCases.placeOrder().place(wish.command(receipt));
    return outcome instanceof Outcome.RequestTaken
        ? Optional.empty()
        : Optional.of(PlacementAnswers.of(outcome));
  }

  private Optional<Answer> resumed(KeyedRequest request, Answers.Placed unfinished) {
    return useCases
        .resumePlacement()
        .resume(unfinished.storefront(), unfinished.order())
        .flatMap(
            outcome ->
                outcome instanceof Outcome.Pending
                    ? Optional.of(PlacementAnswers.of(outcome))
                    : replays.stored(request).or(() -> Optional.of(PlacementAnswers.of(outcome))));
  }
}
