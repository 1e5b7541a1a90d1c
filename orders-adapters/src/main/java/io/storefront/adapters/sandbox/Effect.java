package io.storefront.adapters.sandbox;

import io.storefront.orders.PaymentAttempt;
import io.storefront.orders.port.Payments.Instruction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jdbi.v3.core.statement.StatementContext;
import org.joda.money.CurrencyUnit;
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

  /** A row of the books. */
  static Effect read(ResultSet row, StatementContext context) throws SQLException {
    CurrencyUnit currency = CurrencyUnit.of(row.getString("currency"));
    double answersIn = Math.max(0, row.getDouble("answers_in"));
    return new Effect(
        row.getString("provider_key"),
        row.getString("storefront"),
        row.getString("order_id"),
        PaymentAttempt.Kind.valueOf(row.getString("kind")),
        Money.ofMinor(currency, row.getLong("amount_minor")),
        Behaviour.valueOf(row.getString("behaviour")),
        Optional.ofNullable(row.getString("decline_code")),
        Duration.ofMillis((long) Math.ceil(answersIn * 1000)),
        row.getObject("expires_at", OffsetDateTime.class).toInstant());
  }
}
