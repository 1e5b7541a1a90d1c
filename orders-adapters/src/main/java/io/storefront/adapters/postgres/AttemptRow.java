package io.storefront.adapters.postgres;

import io.storefront.orders.AttemptRef;
import io.storefront.orders.NextAction;
import io.storefront.orders.PaymentAttempt;
import io.storefront.orders.PaymentToken;
import io.storefront.orders.ProviderKey;
import io.storefront.orders.ProviderReference;
import io.storefront.orders.RecordId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** A row of payment_attempt. What causes a capture or a refund is a record of the same kind. */
record AttemptRow(
    int number,
    String kind,
    String providerKey,
    long amountMinor,
    String state,
    Optional<String> token,
    Optional<String> targetKey,
    Optional<String> targetRef,
    Optional<UUID> cause,
    Optional<String> providerRef,
    Optional<String> declineCode,
    Optional<String> nextActionType,
    Optional<String> nextActionUrl,
    Instant queuedAt,
    Optional<Instant> expiresAt) {

  /** The token of an attempt that has ended is not stored, whoever left it there. */
  static AttemptRow of(PaymentAttempt attempt) {
    return new AttemptRow(
        attempt.number(),
        attempt.kind().name(),
        attempt.key().value(),
        attempt.amount().getAmountMinorLong(),
        attempt.state().name(),
        attempt.token().filter(token -> attempt.isUnsettled()).map(PaymentToken::value),
        attempt.target().map(on -> on.key().value()),
        attempt.target().flatMap(AttemptRef::reference).map(ProviderReference::value),
        attempt.cause().map(RecordId::uuid),
        attempt.reference().map(ProviderReference::value),
        attempt.declineCode(),
        attempt.nextAction().map(NextAction::type),
        attempt.nextAction().map(NextAction::url),
        attempt.queuedAt(),
        attempt.expiresAt());
  }

  PaymentAttempt toAttempt(CurrencyUnit currency) {
    return new PaymentAttempt(
        number,
        PaymentAttempt.Kind.valueOf(kind),
        new ProviderKey(providerKey),
        Money.ofMinor(currency, amountMinor),
        PaymentAttempt.State.valueOf(state),
        token.map(PaymentToken::new),
        targetKey.map(
            on -> new AttemptRef(new ProviderKey(on), targetRef.map(ProviderReference::new))),
        cause.map(id -> new RecordId(RecordId.Kind.valueOf(kind), id)),
        providerRef.map(ProviderReference::new),
        declineCode,
        nextActionType.flatMap(type -> nextActionUrl.map(url -> new NextAction(type, url))),
        queuedAt,
        expiresAt);
  }
}
