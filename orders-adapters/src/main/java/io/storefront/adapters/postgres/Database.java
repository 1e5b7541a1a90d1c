package io.storefront.adapters.postgres;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementExceptions;

/**
 * Statements for one port, with failures in its words. Each statement outside {@link #transact} is
 * a transaction of its own. Thread-safe.
 */
final class Database {
  private static final int TRIES = 3;
  private static final int LONGEST_PAUSE_MILLIS = 40;

  /** Two lock time-outs fit into a request's time; a third one would outlast it. */
  private static final long WHILE_THERE_IS_TIME = Duration.ofMillis(2_500).toNanos();

  private static final long WHILE_POOL_IS_STALE = Duration.ofSeconds(1).toNanos();

  private final Jdbi jdbi;
  private final Incidents incidents;
  private final Function<Throwable, RuntimeException> unavailable;

  private Database(
      Jdbi jdbi, Incidents incidents, Function<Throwable, RuntimeException> unavailable) {
    this.jdbi = jdbi;
    this.incidents = incidents;
    this.unavailable = unavailable;
  }

  /** Messages of failures are logged, so they must not repeat what was bound. */
  static Jdbi jdbi(DataSource source) {
    Jdbi jdbi = Jdbi.create(source);
    jdbi.getConfig(StatementExceptions.class)
        .setMessageRendering(StatementExceptions.MessageRendering.NONE);
    return jdbi.registerArrayType(String.class, "text").registerArrayType(UUID.class, "uuid");
  }

  static Database of(
      Jdbi jdbi, Incidents incidents, Function<Throwable, RuntimeException> unavailable) {
    return new Database(jdbi, incidents, unavailable);
  }

  /** Reads; tried again after a lost connection. */
  <T> T read(Function<Handle, T> reading) {
    return persist(again -> jdbi.withHandle(reading::apply));
  }

  /**
   * Writes in one statement, which must be safe to repeat: it is tried again after a deadlock and
   * the like, and after a lost connection, where only a write that conflicts with the first one
   * tells whether that was committed.
   */
  <T> T write(Writing<T> writing) {
    return persist(again -> jdbi.withHandle(handle -> writing.write(handle, again)));
  }

  /** Done once. */
  <T> T withConnection(Function<Handle, T> use) {
    return jdbi.withHandle(use::apply);
  }

  /** The same in one transaction of several statements. */
  <T> T transact(Writing<T> writing) {
    return persist(again -> jdbi.inTransaction(handle -> writing.write(handle, again)));
  }

  /** Whatever uses {@link #withConnection}, tried again like {@link #write}. */
  <T> T persist(Function<Boolean, T> attempt) {
    long begin = System.nanoTime();
    boolean again = false;
    for (int tries = 1; ; tries++) {
      try {
        return attempt.apply(again);
      } catch (RuntimeException failed) {
        if (!mayTryAgain(failed, tries, System.nanoTime() - begin)) {
          throw translated(failed);
        }
        again = true;
        SqlFailure.behind(failed).ifPresent(incidents::retried);
      }
    }
  }

  /**
   * A restarted server leaves a pool full of dead connections, each of which fails at once: they
   * are used up for a moment without counting, until the pool makes a new one. Whoever was
   * interrupted has no time left.
   */
  private static boolean mayTryAgain(RuntimeException failed, int tries, long elapsed) {
    Optional<SqlFailure> failure = SqlFailure.behind(failed);
    if (Thread.currentThread().isInterrupted()) {
      return false;
    }
    if (failure.filter(SqlFailure::isConnectionLost).isPresent()) {
      return tries < TRIES || elapsed < WHILE_POOL_IS_STALE;
    }
    return failure.filter(SqlFailure::isWorthAnotherTry).isPresent()
        && tries < TRIES
        && elapsed < WHILE_THERE_IS_TIME
        && pause(tries);
  }

  private RuntimeException translated(RuntimeException failed) {
    return SqlFailure.behind(failed)
        .filter(SqlFailure::isUnavailable)
        .<RuntimeException>map(failure -> unavailable.apply(failure.cause()))
        .orElse(failed);
  }

  /** Jitter, so that those who met do not meet again. */
  private static boolean pause(int tries) {
    try {
      Thread.sleep(ThreadLocalRandom.current().nextLong(1, (long) LONGEST_PAUSE_MILLIS * tries));
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** What to write. */
  @FunctionalInterface
  interface Writing<T> {
    /**
     * Writes once.
     *
     * @param again whether an earlier try may have been committed
     */
    T write(Handle handle, boolean again);
  }
}
