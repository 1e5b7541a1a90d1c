package io.storefront.wiring;

import io.storefront.orders.CapturePolicy;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Every environment variable that the application reads; an empty one counts as absent. */
public enum Variable {
  PORT("3000", "0 to 65535", "where the HTTP host listens; 0 takes any free port"),
  METRICS_PORT(
      "",
      "0 to 65535, another one than PORT",
      "where the HTTP host serves `/metrics` for Prometheus, to whoever reaches that port, and 0"
          + " takes any free one; without it nothing is counted"),
  METRICS_NAMESPACE(
      "",
      "1 to 255 letters, digits and ._-/#, not beginning with AWS/; for example Orders",
      "the namespace of CloudWatch in which the Lambda host tells the same numbers, as lines of its"
          + " log; without it nothing is counted"),
  DATABASE_URL(
      "",
      "jdbc:postgresql://host:port/database, its own parameters win",
      "the PostgreSQL to use; without it an embedded one is started, for development"),
  DATABASE_USER("", "a name", "who logs in to the database"),
  DATABASE_PASSWORD("", "a text, never shown", "the password for it"),
  DATABASE_POOL_SIZE("10", "1 to 200", "most connections to the database at once"),
  MIGRATE_AT_START(
      "true",
      "true, false",
      "whether a start migrates the database; with false it is refused on an old schema, for where"
          + " `migrate` runs before"),
  DATA_DIR("./.data", "a directory", "where the embedded database keeps its data"),
  DEMO_DATA(
      "",
      "true, false",
      "whether a small demo with published keys is loaded; without it: true on the embedded"
          + " database, else false"),
  INTAKE_QUEUES(
      "",
      "storefront=URL of its queue on SQS, with commas between; storefront+orders:price=URL where"
          + " it sends its own prices",
      "the queues from which orders are taken in"),
  PAYMENTS("sandbox", names(PaymentProvider.values()), "the payment provider"),
  TIME_BUDGET(
      "5s",
      "500ms to 25s, for example 5s, 500ms or PT5S",
      "how long placing an order may take before it answers 202"),
  CONFIRMATION_DEADLINE(
      "15m",
      "1m to 24h, for example 15m or PT15M",
      "how long an order may stay pending before it is given up"),
  CAPTURE_POLICY(
      "on-each-shipment",
      names(CapturePolicy.values()),
      "when the money that is held is taken; the first needs a provider that captures in parts"),
  ANSWER_RETENTION(
      "48h", "1h to 30d, for example 48h or P2D", "how long answers are kept to be replayed"),
  SHUTDOWN_DELAY(
      "0s",
      "0s to 2m, for example 5s or PT5S",
      "how long the HTTP host still serves after SIGTERM, while load balancers take notice"),
  LOG_FORMAT("text", names(LogFormat.values()), "how log lines look"),
  LOG_LEVEL("info", names(LogLevel.values()), "from which weight on lines are logged"),
  BOOTSTRAP_OPERATOR_KEY(
      "",
      "a whole key as `./serve new-key` prints it, never shown",
      "an operator's key with every scope, stored when it is first used"),
  KEY_KIND(
      "",
      names(KeyKind.values()),
      "the word in newly issued keys; without it: test with demo data, else live"),
  CURSOR_SECRET(
      "",
      "at least 32 characters, never shown",
      "signs the cursors of lists; without it a secret is made once and kept in the database");

  private final String standard;
  private final String allowed;
  private final String meaning;

  Variable(String standard, String allowed, String meaning) {
    this.standard = standard;
    this.allowed = allowed;
    this.meaning = meaning;
  }

  /** What holds when it is absent; empty when nothing does. */
  public String standard() {
    return standard;
  }

  /** What it may hold, in words. */
  public String allowed() {
    return allowed;
  }

  /** What it is good for, in words. */
  public String meaning() {
    return meaning;
  }

  private static String names(Enum<?>[] values) {
    return Arrays.stream(values)
        .map(value -> value.name().toLowerCase(Locale.ROOT).replace('_', '-'))
        .collect(Collectors.joining(", "));
  }

  /** All of them as a table in Markdown, for the README. */
  public static String table() {
    String head = "| variable | default | allowed | what it does |\n|---|---|---|---|\n";
    return Arrays.stream(values())
        .map(
            each ->
                "| `%s` | %s | %s | %s |\n"
                    .formatted(
                        each.name(),
                        each.standard.isEmpty() ? "–" : "`" + each.standard + "`",
                        each.allowed,
                        each.meaning))
        .collect(Collectors.joining("", head, ""));
  }
}
