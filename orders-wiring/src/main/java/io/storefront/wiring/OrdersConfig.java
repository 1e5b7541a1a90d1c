package io.storefront.wiring;

import io.storefront.app.access.ApiKeyText;
import io.storefront.app.access.StorefrontQueue;
import io.storefront.orders.CapturePolicy;
import io.storefront.orders.Policies;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Everything that a deployment may choose, decided before anything is built.
 *
 * @param metricsPort empty where Prometheus sees nothing
 * @param metricsNamespace empty where CloudWatch is told nothing
 * @param database empty for the embedded one
 * @param migrateAtStart whether a start of a host brings the schema up to date
 * @param demoData whether the demo is loaded and its keys are printed
 * @param queues from which orders are taken in
 */
public record OrdersConfig(
    int port,
    OptionalInt metricsPort,
    Optional<String> metricsNamespace,
    Optional<Database> database,
    int poolSize,
    boolean migrateAtStart,
    Path dataDirectory,
    boolean demoData,
    List<StorefrontQueue> queues,
    PaymentProvider payments,
    Policies policies,
    Duration answerRetention,
    Duration shutdownDelay,
    Logging logging,
    Keys keys) {

  private static final Duration NO_TIME = Duration.ZERO;
  private static final int SHORTEST_SECRET = 32;

  /**
   * A server that is there already.
   *
   * @param jdbcUrl may hold secrets in its parameters
   */
  public record Database(Secret jdbcUrl, Optional<String> user, Optional<Secret> password) {}

  /** What the log looks like and how much of it there is. */
  public record Logging(LogFormat format, LogLevel level) {}

  /**
   * What protects the API.
   *
   * @param operator a whole key that is to have every scope
   * @param kind of newly issued keys
   * @param cursorSecret empty for one that is made once and kept in the database
   */
  public record Keys(Optional<Secret> operator, KeyKind kind, Optional<Secret> cursorSecret) {}

  /**
   * Reads the variables of {@link Variable}.
   *
   * @throws ConfigRefused naming every variable that cannot be used
   */
  public static OrdersConfig fromEnv(Map<String, String> variables) {
    Environment env = new Environment(variables);
    Optional<Database> database = database(env);
    boolean demo = env.truth(Variable.DEMO_DATA).orElse(database.isEmpty());
    OrdersConfig config =
        new OrdersConfig(
            env.number(Variable.PORT, 0, 65_535),
            env.optionalNumber(Variable.METRICS_PORT, 0, 65_535),
            env.text(Variable.METRICS_NAMESPACE, OrdersConfig::isNamespace),
            database,
            env.number(Variable.DATABASE_POOL_SIZE, 1, 200),
            env.truth(Variable.MIGRATE_AT_START).orElse(true),
            directory(env),
            demo,
            QueueList.read(env),
            env.choice(Variable.PAYMENTS, PaymentProvider.class),
            policies(env),
            env.duration(Variable.ANSWER_RETENTION, Duration.ofHours(1), Duration.ofDays(30)),
            env.duration(Variable.SHUTDOWN_DELAY, NO_TIME, Duration.ofMinutes(2)),
            new Logging(
                env.choice(Variable.LOG_FORMAT, LogFormat.class),
                env.choice(Variable.LOG_LEVEL, LogLevel.class)),
            keys(env, demo));
    if (config.port() != 0 && config.metricsPort().equals(OptionalInt.of(config.port()))) {
      env.complain(Variable.METRICS_PORT, "is where the API is");
    }
    if (config.metricsPort().isPresent() && config.metricsNamespace().isPresent()) {
      env.complain(Variable.METRICS_NAMESPACE, "is for functions, which have no METRICS_PORT");
    }
    env.refuseIfWrong();
    return config;
  }

  /**
   * Within which every request is answered: placing keeps to its budget, so this is for mishaps.
   */
  public Duration answerWithin() {
    return policies.timeBudget().plusSeconds(1);
  }

  /**
   * The same, where there is no other database to be had than the one that is named.
   *
   * @throws ConfigRefused when none is
   */
  public OrdersConfig requiringDatabase() {
    if (database.isEmpty()) {
      throw new ConfigRefused(List.of(Variable.DATABASE_URL + ": is needed here"));
    }
    return this;
  }

  /**
   * The same, where orders are to be taken in from queues.
   *
   * @throws ConfigRefused when none is named
   */
  public OrdersConfig requiringQueues() {
    if (queues.isEmpty()) {
      throw new ConfigRefused(List.of(Variable.INTAKE_QUEUES + ": is needed here"));
    }
    return this;
  }

  private static boolean isNamespace(String text) {
    return text.matches("[A-Za-z0-9._/#-]{1,255}") && !text.startsWith("AWS/");
  }

  private static Optional<Database> database(Environment env) {
    Optional<String> user = env.text(Variable.DATABASE_USER);
    Optional<Secret> password = env.secret(Variable.DATABASE_PASSWORD, any -> true);
    Optional<Secret> url =
        env.secret(Variable.DATABASE_URL, text -> text.startsWith("jdbc:postgresql:"));
    if (env.text(Variable.DATABASE_URL).isEmpty() && (user.isPresent() || password.isPresent())) {
      env.complain(Variable.DATABASE_URL, "absent, although a user or a password is given");
    }
    return url.map(it -> new Database(it, user, password));
  }

  private static Path directory(Environment env) {
    try {
      return Path.of(env.text(Variable.DATA_DIR).orElse(Variable.DATA_DIR.standard()));
    } catch (InvalidPathException e) {
      env.complain(Variable.DATA_DIR, "what was given is not a path");
      return Path.of(Variable.DATA_DIR.standard());
    }
  }

  private static Policies policies(Environment env) {
    return new Policies(
            env.duration(Variable.TIME_BUDGET, Duration.ofMillis(500), Duration.ofSeconds(25)),
            env.duration(Variable.CONFIRMATION_DEADLINE, Duration.ofMinutes(1), Duration.ofDays(1)))
        .capturing(env.choice(Variable.CAPTURE_POLICY, CapturePolicy.class));
  }

  private static Keys keys(Environment env, boolean demo) {
    return new Keys(
        env.secret(Variable.BOOTSTRAP_OPERATOR_KEY, text -> ApiKeyText.parse(text).isPresent()),
        env.optionalChoice(Variable.KEY_KIND, KeyKind.class)
            .orElse(demo ? KeyKind.TEST : KeyKind.LIVE),
        env.secret(Variable.CURSOR_SECRET, text -> text.length() >= SHORTEST_SECRET));
  }
}
