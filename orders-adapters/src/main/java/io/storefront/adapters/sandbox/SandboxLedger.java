package io.storefront.adapters.sandbox;

import io.storefront.orders.AttemptRef;
import io.storefront.orders.PaymentAttempt.Kind;
import io.storefront.orders.ProviderKey;
import io.storefront.orders.ProviderReference;
import io.storefront.orders.port.Payments.Instruction;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * The provider's books: one row for a key, written once; the primary key sees to that. Only an
 * authorization that waits for its customer is written to again: when it is voided.
 */
final class SandboxLedger {
  /** With the key behind it: the provider's name for an effect. */
  static final String REFERENCE = "sbx_";

  private static final String VOIDED = "voided";

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

  /** The same for an authorization that the storefront brings, which one order can have. */
  Effect takeOver(Instruction instruction) {
    String brought = instruction.target().orElseThrow().reference().orElseThrow().value();
    return jdbi.inTransaction(
        handle -> {
          handle
              .createQuery(SandboxSql.TAKE_TURN)
              .bind("brought", brought)
              .mapTo(Boolean.class)
              .one();
          boolean taken =
              handle
                  .createQuery(SandboxSql.IS_TAKEN)
                  .bind("brought", brought)
                  .bind("key", instruction.key().value())
                  .mapTo(Boolean.class)
                  .one();
          Optional<String> declineCode =
              taken ? Optional.of(Behaviour.TAKEN) : Behaviour.ofBrought(brought);
          return record(
              handle,
              instruction,
              Behaviour.APPROVE,
              declineCode,
              Optional.of(brought),
              Duration.ZERO);
        });
  }

  /** The same for what acts on another effect, as far as that lets itself be acted upon. */
  Effect act(Instruction instruction) {
    return jdbi.inTransaction(
        handle -> {
          Optional<Target> on = lock(handle, instruction);
          Optional<Effect> before = find(handle, instruction.key());
          return before.orElseGet(() -> act(handle, on, instruction));
        });
  }

  private static Effect act(Handle handle, Optional<Target> on, Instruction instruction) {
    boolean stopped =
        instruction.kind() == Kind.VOID && on.filter(it -> stopWaiting(handle, it)).isPresent();
    Optional<String> declineCode =
        stopped
            ? Optional.empty()
            : on.map(it -> objection(handle, it, instruction))
                .orElseGet(() -> Optional.of(Target.missing(instruction.kind())));
    return record(
        handle,
        instruction,
        stopped ? Behaviour.STOP_WAITING : Behaviour.APPROVE,
        declineCode,
        on.map(Target::key),
        Duration.ZERO);
  }

  private static boolean stopWaiting(Handle handle, Target waiting) {
    return handle
            .createUpdate(SandboxSql.STOP_WAITING)
            .bind("authorization", waiting.key())
            .bind("code", VOIDED)
            .execute()
        == 1;
  }

  private static Optional<Target> lock(Handle handle, Instruction instruction) {
    Kind kind = instruction.kind() == Kind.REFUND ? Kind.CAPTURE : Kind.AUTHORIZE;
    return handle
        .createQuery(SandboxSql.LOCK_TARGET)
        .bind("target", instruction.target().map(SandboxLedger::target).orElse(""))
        .bind("kind", kind.name())
        .bind("order", instruction.order().value())
        .bind("currency", instruction.amount().getCurrencyUnit().getCode())
        .map(
            (row, context) ->
                new Target(
                    row.getString("provider_key"),
                    row.getLong("amount_minor"),
                    row.getBoolean("waits"),
                    row.getBoolean("expired")))
        .findOne();
  }

  /** What waits for its customer has no reference yet. */
  private static String target(AttemptRef on) {
    return on.reference()
        .map(ProviderReference::value)
        .map(name -> name.startsWith(REFERENCE) ? name.substring(REFERENCE.length()) : "")
        .orElse(on.key().value());
  }

  private static Optional<String> objection(Handle handle, Target on, Instruction instruction) {
    Map<Kind, Long> done = new EnumMap<>(Kind.class);
    handle
        .createQuery(SandboxSql.DONE_WITH_IT)
        .bind("target", on.key())
        .map((row, context) -> done.put(Kind.valueOf(row.getString(1)), row.getLong(2)))
        .list();
    return on.objection(instruction.kind(), instruction.amount().getAmountMinorLong(), done);
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
        .map(Effect::read)
        .findFirst()
        .or(() -> find(handle, instruction.key()))
        .orElseThrow();
  }

  private static Optional<Effect> find(Handle handle, ProviderKey key) {
    return handle.createQuery(SandboxSql.FIND).bind("key", key.value()).map(Effect::read).findOne();
  }
}
