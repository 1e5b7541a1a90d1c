package io.storefront.reliability.simulation;

import io.storefront.orders.ProviderKey;
import io.storefront.orders.StorefrontId;
import io.storefront.orders.port.Payments;
import io.storefront.reliability.baton.Baton;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * Looks, whenever the provider is sent something, whether that is stored already, and whether the
 * sender has not just heard that it was sent before.
 */
final class Witness implements Payments {
  private final Payments provider;
  private final Storage storage;
  private final Baton baton;
  private final Findings findings;
  private final Map<String, ProviderKey> known = new HashMap<>();

  Witness(Payments provider, Storage storage, Baton baton, Findings findings) {
    this.provider = provider;
    this.storage = storage;
    this.baton = baton;
    this.findings = findings;
  }

  @Override
  public Answer send(Instruction instruction, Duration within) {
    ProviderKey key = instruction.key();
    findings.require(isStored(instruction), "R2", key + " was sent before it was stored");
    findings.require(
        !key.equals(known.get(baton.current().name())), "R3", key + " was sent, and known to be");
    return provider.send(instruction, within);
  }

  @Override
  public Answer ask(Instruction instruction, Duration within) {
    String asking = baton.current().name();
    Answer answer = provider.ask(instruction, within);
    if (answer instanceof NotSent) {
      known.remove(asking);
    } else {
      known.put(asking, instruction.key());
    }
    return answer;
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
