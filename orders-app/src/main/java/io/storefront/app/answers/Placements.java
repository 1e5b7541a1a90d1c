package io.storefront.app.answers;

import io.storefront.app.port.Answers;
import io.storefront.orders.Receipt;
import io.storefront.orders.usecase.PlaceOrder;
import io.storefront.orders.usecase.PlaceOrder.Outcome;
import io.storefront.orders.usecase.ResumePlacement;
import java.util.Optional;
import java.util.function.Function;

/**
 * Places each order once, however often and by however many at once it is asked for; whoever asks
 * with one key gets the same bytes once there is an end. Thread-safe.
 */
public final class Placements {
  private final PlaceOrder place;
  private final ResumePlacement resume;
  private final Replays replays;
  private final boolean storageCarriesStock;

  /**
   * With what it needs.
   *
   * @param storageCarriesStock as {@link io.storefront.orders.port.Orders#carriesStock} says
   */
  public Placements(
      PlaceOrder place, ResumePlacement resume, Replays replays, boolean storageCarriesStock) {
    this.place = place;
    this.resume = resume;
    this.replays = replays;
    this.storageCarriesStock = storageCarriesStock;
  }

  /**
   * The answer to a request.
   *
   * @param command makes the command of the receipt, if there is anything to place
   */
  public Answer once(KeyedRequest request, Function<Receipt<Outcome>, PlaceOrder.Command> command) {
    return replays.once(
        request, unfinished -> resumed(request, unfinished), () -> placed(request, command));
  }

  private Optional<Answer> placed(
      KeyedRequest request, Function<Receipt<Outcome>, PlaceOrder.Command> command) {
    PlacementReceipt receipt = new PlacementReceipt(request, storageCarriesStock);
    Outcome outcome = place.place(command.apply(receipt));
    if (outcome instanceof Outcome.RequestTaken) {
      return Optional.empty();
    }
    Answer answer = PlacementAnswers.of(outcome);
    return receipt.mayBeEndedByAnother(outcome) ? ended(request, answer) : Optional.of(answer);
  }

  private Optional<Answer> resumed(KeyedRequest request, Answers.Placed unfinished) {
    return resume
        .resume(unfinished.storefront(), unfinished.order())
        .flatMap(
            outcome -> {
              Answer answer = PlacementAnswers.of(outcome);
              return outcome instanceof Outcome.Pending
                  ? Optional.of(answer)
                  : ended(request, answer);
            });
  }

  /** Whoever ended it has stored the answer; the order may have gone further since. */
  private Optional<Answer> ended(KeyedRequest request, Answer otherwise) {
    return replays.stored(request).or(() -> Optional.of(otherwise));
  }
}
