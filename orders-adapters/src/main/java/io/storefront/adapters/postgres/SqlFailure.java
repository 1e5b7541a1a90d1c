package io.storefront.adapters.postgres;

import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientConnectionException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** What a failed statement means for whoever asked for it. */
record SqlFailure(SQLException cause) {
  private static final String LOST = "connection_lost";

  private static final Map<String, String> TRY_AGAIN =
      Map.of("40P01", "deadlock", "40001", "serialization", "55P03", "lock_timeout");

  /** Why something may be tried again, in a word. */
  static final Set<String> REASONS =
      Stream.concat(TRY_AGAIN.values().stream(), Stream.of(LOST)).collect(Collectors.toSet());

  private static final Set<String> AWAY =
      Set.of("25006" /* read-only after a failover */, "25P03" /* idle in transaction */);

  /** The SQL failure behind an exception, if there is one. */
  static Optional<SqlFailure> behind(Throwable thrown) {
    for (Throwable each = thrown; each != null; each = each.getCause()) {
      if (each instanceof SQLException failure) {
        return Optional.of(new SqlFailure(failure));
      }
    }
    return Optional.empty();
  }

  /** Nothing has happened, and the next try may fare better. */
  boolean isWorthAnotherTry() {
    return TRY_AGAIN.containsKey(state());
  }

  /** The connection is gone, and nobody knows whether the commit went through. */
  boolean isConnectionLost() {
    return !isNotConnected() && (isClass("08") || state().startsWith("57P") || isGivenUp());
  }

  /**
   * The pool has given the connection up after an earlier statement on it; neither server nor
   * driver, whose failures have a state, have said anything to this one.
   */
  private boolean isGivenUp() {
    return cause.getClass() == SQLException.class && cause.getSQLState() == null;
  }

  /** The database cannot answer now; no fault of the statement. */
  boolean isUnavailable() {
    return isNotConnected()
        || isConnectionLost()
        || isWorthAnotherTry()
        || isClass("53")
        || isClass("57")
        || isClass("58")
        || AWAY.contains(state())
        || cause instanceof SQLTimeoutException;
  }

  /** One of {@link #REASONS}, where it may be tried again. */
  String reason() {
    return TRY_AGAIN.getOrDefault(state(), LOST);
  }

  boolean isUniqueViolation() {
    return state().equals("23505");
  }

  /** Raised by the function refuse_short_stock, which puts the numbers into the detail. */
  Optional<String> shortages() {
    return state().equals("OM001")
        ? serverMessage().map(ServerErrorMessage::getDetail)
        : Optional.empty();
  }

  /** The pool had none to give, or was not waited for, so that nothing was asked. */
  private boolean isNotConnected() {
    return cause instanceof SQLTransientConnectionException
        || cause.getCause() instanceof InterruptedException;
  }

  private boolean isClass(String prefix) {
    return state().startsWith(prefix);
  }

  private String state() {
    return Optional.ofNullable(cause.getSQLState()).orElse("");
  }

  private Optional<ServerErrorMessage> serverMessage() {
    return cause instanceof PSQLException failure
        ? Optional.ofNullable(failure.getServerErrorMessage())
        : Optional.empty();
  }
}
