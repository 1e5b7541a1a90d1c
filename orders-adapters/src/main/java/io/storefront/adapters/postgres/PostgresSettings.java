package io.storefront.adapters.postgres;

import java.time.Duration;

/**
 * Where the database is and how it is used.
 *
 * @param jdbcUrl {@code jdbc:postgresql://host:port/database}; parameters in it win over ours
 * @param maxPoolSize connections at most, 1 to 1 000; default 10
 * @param answerRetention how long an answer is kept for repeated requests; default 48 h
 * @param carriesStock whether stock is claimed in the same commit as its order; default true
 */
public record PostgresSettings(
    String jdbcUrl,
    String user,
    String password,
    int maxPoolSize,
    Duration answerRetention,
    boolean carriesStock) {
  /** How long an answer is kept unless somebody says otherwise. */
  public static final Duration DEFAULT_ANSWER_RETENTION = Duration.ofDays(2);

  private static final int DEFAULT_POOL_SIZE = 10;
  private static final int LARGEST_POOL = 1_000;

  /** Refuses what the components' descriptions exclude with {@link IllegalArgumentException}. */
  public PostgresSettings {
    if (!jdbcUrl.startsWith("jdbc:postgresql:")) {
      throw new IllegalArgumentException("jdbcUrl must begin with jdbc:postgresql:");
    }
    if (maxPoolSize < 1 || maxPoolSize > LARGEST_POOL) {
      throw new IllegalArgumentException("maxPoolSize must be 1 to " + LARGEST_POOL);
    }
    if (answerRetention.compareTo(Duration.ZERO) <= 0) {
      throw new IllegalArgumentException("answerRetention must be positive: " + answerRetention);
    }
  }

  /** With every default. */
  public static PostgresSettings of(String jdbcUrl, String user, String password) {
    return new PostgresSettings(
        jdbcUrl, user, password, DEFAULT_POOL_SIZE, DEFAULT_ANSWER_RETENTION, true);
  }

  /** The same with another pool size. */
  public PostgresSettings withMaxPoolSize(int size) {
    return new PostgresSettings(jdbcUrl, user, password, size, answerRetention, carriesStock);
  }

  /** The same with another retention of answers. */
  public PostgresSettings withAnswerRetention(Duration retention) {
    return new PostgresSettings(jdbcUrl, user, password, maxPoolSize, retention, carriesStock);
  }

  /** The same, with stock claimed elsewhere. */
  public PostgresSettings withoutStock() {
    return new PostgresSettings(jdbcUrl, user, password, maxPoolSize, answerRetention, false);
  }

  /** Without the password, and without the URL's parameters, which may hold one. */
  @Override
  public String toString() {
    int parameters = jdbcUrl.indexOf('?');
    return """
    PostgresSettings[jdbcUrl=%s, user=%s, password=…, maxPoolSize=%d, answerRetention=%s, \
    carriesStock=%s]\
    """
        .formatted(
            parameters < 0 ? jdbcUrl : jdbcUrl.substring(0, parameters) + "?…",
            user,
            maxPoolSize,
            answerRetention,
            carriesStock);
  }
}
