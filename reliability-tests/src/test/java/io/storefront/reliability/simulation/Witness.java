package io.storefront.reliability.simulation;

import io.storefront.orders.StorefrontId;
import io.storefront.orders.port.Payments;
import java.time.Duration;
import java.util.List;

/** Looks, whenever the provider is sent something, whether that is stored already. */
final class Witness implements Payments {
  private final Payments provider;
  private final Storage storage;
  private final List<Asked> asked;

  Witness(Payments provider, Storage storage, List<Asked> asked) {
    this.provider = provider;
    this.storage = storage;
    this.asked = asked;
  }

  @Override
  public Answer send(Instruction instruction, Duration within) {
    asked.add(new Asked(instruction, isStored(instruction)));
    return provider.send(instruction, within);
  }

  @Override
  public Answer ask(Instruction instruction, Duration within) {
    return provider.ask(instruction, within);
  }

  @Override
  public Capabilities capabilities(StorefrontId storefront) {
    return provider.capabilities(storefront);
  }

  private boolean isStored(Instruction instruction) {
    return storage.find(instruction.storefront(), instruction.order()).stream()
        .flatMap(order -> order.payment().attempts().stream())
        .anyMatch(
            attempt ->
                attempt.key().equals(instruction.key())
                    && attempt.kind() == instruction.kind()
                    && attempt.amount().equals(instruction.amount()));
  }
}
