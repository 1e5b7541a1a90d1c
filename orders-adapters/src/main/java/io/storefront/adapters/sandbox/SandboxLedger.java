package io.storefront.adapters.sandbox;

import io.storefront.orders.AuthorizationRef;
import io.storefront.orders.PaymentAttempt.Kind;
import io.storefront.orders.ProviderKey;
import io.storefront.orders.ProviderReference;
import io.storefront.orders.port.Payments.Instruction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * The provider's books: one row for a key, written once; the primary key sees to that. Only an
 * authorization that waits for its customer is written to again: when it is voided.
 */
final class SandboxLedger {
  /** With the key behind it: the provider's name for an effect. */
  static final String REFERENCE = "sbx_";

  private static final String NOT_HELD = "not_held";
  private static final String VOIDED = "voided";
  private static final String AMOUNT_TOO_LARGE = "amount_too_large";

  private final Jdbi jdbi;

  SandboxLedger(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  Optional<Effect> find(ProviderKey key) {
    return jdbi.withHandle(handle -> find(handle, key));
  }

  /** Whether the key had not been sent before, as far as this was counted. */
  boolean isFirstSend(ProviderKey key) {
    return jdbi.withHandle(
        handle ->
            handle
                    .createQuery(SandboxSql.COUNT_SEND)
                    .bind("key", key.value())
                    .mapTo(Integer.class)
                    .one()
                == 1);
  }

  /** What is recorded under the instruction's key: this, unless something was before. */
  Effect authorize(
      Instruction instruction,
      Behaviour behaviour,
      Optional<String> declineCode,
      Duration answersAfter) {
    return jdbi.withHandle(
        handle ->
            record(handle, instruction, behaviour, declineCode, Optional.empty(), answersAfter));
  }

  /** The same for what acts on an authorization, as far as it lets itself be acted upon. */
  Effect act(Instruction instruction) {
    return jdbi.inTransaction(
        handle -> {
          Optional<Authorization> on = lock(handle, instruction);
          Optional<Effect> before = find(handle, instruction.key());
          return before.orElseGet(() -> act(handle, on, instruction));
        });
  }

  private record Authorization(String key, long amount, boolean waits) {}

  private static Effect act(Handle handle, Optional<Authorization> on, Instruction instruction) {
    boolean stopped =
        instruction.kind() == Kind.VOID && on.filter(it -> stopWaiting(handle, it)).isPresent();
    Optional<String> declineCode =
        stopped
            ? Optional.empty()
            : on.map(held -> objection(handle, held, instruction)).orElse(Optional.of(NOT_HELD));
    return record(
        handle,
        instruction,
        stopped ? Behaviour.STOP_WAITING : Behaviour.APPROVE,
        declineCode,
        on.map(Authorization::key),
        Duration.ZERO);
  }

  private static boolean stopWaiting(Handle handle, Authorization waiting) {
    return handle
            .createUpdate(SandboxSql.STOP_WAITING)
            .bind("authorization", waiting.key())
            .bind("code", VOIDED)
            .execute()
        == 1;
  }

  private static Optional<Authorization> lock(Handle handle, Instruction instruction) {
    return handle
        .createQuery(SandboxSql.LOCK_AUTHORIZATION)
        .bind("target", instruction.authorization().map(SandboxLedger::target).orElse(""))
        .bind("order", instruction.order().value())
        .bind("currency", instruction.amount().getCurrencyUnit().getCode())
        .map(
            (row, context) ->
                new Authorization(row.getString(1), row.getLong(2), row.getBoolean(3)))
        .findOne();
  }

  /** What waits for its customer has no reference yet. */
  private static String target(AuthorizationRef on) {
    return on.reference()
        .map(ProviderReference::value)
        .map(name -> name.startsWith(REFERENCE) ? name.substring(REFERENCE.length()) : "")
        .orElse(on.key().value());
  }

  private static Optional<String> objection(
      Handle handle, Authorization held, Instruction instruction) {
    Map<Kind, Long> done = new EnumMap<>(Kind.class);
    handle
        .createQuery(SandboxSql.DONE_WITH_IT)
        .bind("authorization", held.key())
        .map((row, context) -> done.put(Kind.valueOf(row.getString(1)), row.getLong(2)))
        .list();
    boolean voided = done.containsKey(Kind.VOID);
    long captured = done.getOrDefault(Kind.CAPTURE, 0L);
    long refunded = done.getOrDefault(Kind.REFUND, 0L);
    long left = instruction.kind() == Kind.REFUND ? captured - refunded : held.amount() - captured;
    boolean nothingHeld = voided || left == 0 || held.waits();
    if (instruction.kind() != Kind.REFUND && nothingHeld) {
      return Optional.of(NOT_HELD);
    }
    boolean tooMuch =
        instruction.kind() != Kind.VOID && instruction.amount().getAmountMinorLong() > left;
    return tooMuch ? Optional.of(AMOUNT_TOO_LARGE) : Optional.empty();
  }

  private static Effect record(
      Handle handle,
      Instruction instruction,
      Behaviour behaviour,
      Optional<String> declineCode,
      Optional<String> actsOn,
      Duration answersAfter) {
    return handle
        .createQuery(SandboxSql.RECORD)
        .bind("key", instruction.key().value())
        .bind("storefront", instruction.storefront().value())
        .bind("order", instruction.order().value())
        .bind("kind", instruction.kind().name())
        .bind("amount", instruction.amount().getAmountMinorLong())
        .bind("currency", instruction.amount().getCurrencyUnit().getCode())
        .bind("behaviour", behaviour.name())
        .bind("declineCode", declineCode)
        .bind("actsOn", actsOn)
        .bind("seconds", answersAfter.toMillis() / 1000.0)
        .map(SandboxLedger::effect)
        .findFirst()
        .or(() -> find(handle, instruction.key()))
        .orElseThrow();
  }

  private static Optional<Effect> find(Handle handle, ProviderKey key) {
    return handle
        .createQuery(SandboxSql.FIND)
        .bind("key", key.value())
        .map(SandboxLedger::effect)
        .findOne();
  }

  private static Effect effect(ResultSet row, StatementContext context) throws SQLException {
    CurrencyUnit currency = CurrencyUnit.of(row.getString("currency"));
    double answersIn = Math.max(0, row.getDouble("answers_in"));
    return new Effect(
        row.getString("provider_key"),
        row.getString("storefront"),
        row.getString("order_id"),
        Kind.valueOf(row.getString("kind")),
        Money.ofMinor(currency, row.getLong("amount_minor")),
        Behaviour.valueOf(row.getString("behaviour")),
        Optional.ofNullable(row.getString("decline_code")),
        Duration.ofMillis((long) Math.ceil(answersIn * 1000)),
        row.getObject("expires_at", OffsetDateTime.class).toInstant());
  }
}
