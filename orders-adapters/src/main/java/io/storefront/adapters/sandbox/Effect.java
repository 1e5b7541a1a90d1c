package io.storefront.adapters.sandbox;

import io.storefront.orders.PaymentAttempt;
import io.storefront.orders.port.Payments.Instruction;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.joda.money.Money;

/**
 * What is recorded under a provider key.
 *
 * @param declineCode present when it had no effect and never will
 * @param answersIn how long until the provider says so; never negative
 * @param expiresAt until when an authorization holds
 */
record Effect(
    String providerKey,
    String storefront,
    String order,
    PaymentAttempt.Kind kind,
    Money amount,
    Behaviour behaviour,
    Optional<String> declineCode,
    Duration answersIn,
    Instant expiresAt) {

  /** Whether the instruction is the one that is recorded, and not another one under its key. */
  boolean isOf(Instruction instruction) {
    return storefront.equals(instruction.storefront().value())
        && order.equals(instruction.order().value())
        && kind == instruction.kind()
        && amount.equals(instruction.amount());
  }
}
