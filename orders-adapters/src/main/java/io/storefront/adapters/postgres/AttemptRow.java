package io.storefront.adapters.postgres;

import io.storefront.orders.AuthorizationRef;
import io.storefront.orders.NextAction;
import io.storefront.orders.PaymentAttempt;
import io.storefront.orders.PaymentToken;
import io.storefront.orders.ProviderKey;
import io.storefront.orders.ProviderReference;
import java.time.Instant;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** A row of payment_attempt. */
record AttemptRow(
    int number,
    String kind,
    String providerKey,
    long amountMinor,
    String state,
    Optional<String> token,
    Optional<String> authorizationKey,
    Optional<String> authorizationRef,
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
        attempt.authorization().map(on -> on.key().value()),
        attempt.authorization().flatMap(AuthorizationRef::reference).map(ProviderReference::value),
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
        authorizationKey.map(
            on ->
                new AuthorizationRef(
                    new ProviderKey(on), authorizationRef.map(ProviderReference::new))),
        providerRef.map(ProviderReference::new),
        declineCode,
        nextActionType.flatMap(type -> nextActionUrl.map(url -> new NextAction(type, url))),
        queuedAt,
        expiresAt);
  }
}
