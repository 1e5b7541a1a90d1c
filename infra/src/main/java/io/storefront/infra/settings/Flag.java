package io.storefront.infra.settings;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Every context flag that is read, as in {@code cdk deploy -c compute=lambda}. */
public enum Flag {
  COMPUTE("ecs", "ecs, lambda, both", "which doors are deployed"),
  ACCOUNT("", "12 digits", "the account; without it the one of the credentials"),
  REGION("eu-central-1", "a region", "where everything but the edge stands"),
  NAME("orders", "a lower-case word", "what names begin with; another one is another system"),
  DOMAIN("orders.example.com", "a name in the zone", "the address of the API"),
  ZONE("example.com", "a name", "the hosted zone of Route 53 that the address is in"),
  ZONE_ID("Z0000000000000000000", "an id", "that zone's id"),
  ALARM_EMAIL("", "an address", "who is told of alarms; without it nobody is"),
  DATABASE("rds", "rds, aurora", "RDS PostgreSQL Multi-AZ, or an Aurora cluster of two"),
  DATABASE_CLASS(
      "",
      "an instance class",
      "processors and memory of the database; without it m7g.large on RDS, r7g.large on Aurora"),
  DATABASE_STORAGE("100", "20 to 65536", "GiB to begin with on RDS; it grows to ten times that"),
  MAX_CONNECTIONS("250", "50 to 5000", "what the database allows, for the connection budget"),
  ROTATION_DAYS("0", "0 to 365", "how often the password is changed; 0: when told to"),
  PASSWORD_VERSION("", "a version id", "which password functions get; without it the current one"),
  NAT_GATEWAYS("3", "1 to 3", "ways out of the private subnets: one a zone, or fewer for less"),
  STOREFRONTS("shop", "words, with commas", "who has a queue for orders"),
  PRICING_STOREFRONTS(
      "", "words of storefronts, with commas", "who may send prices of its own by queue"),
  RATE_LIMIT(
      "30000",
      "100 to 1000000",
      "requests in 5 minutes of one address before it is blocked; a storefront's server is one"),
  OPERATOR_KEY("", "a secret's name", "holds the first operator's key, while there is no other"),
  IMAGE_TAG("", "a tag", "which image of the repository runs on ECS; has to be given for it"),
  TASK_CPU("512", "256 to 4096", "units of 1/1024 processor of a task"),
  TASK_MEMORY("1024", "512 to 30720", "MiB of a task; Fargate has not every pair"),
  MIN_TASKS("2", "2 to 100", "fewest tasks"),
  MAX_TASKS("6", "2 to 100", "most tasks"),
  POOL_SIZE("10", "1 to 200", "connections of a task"),
  COLLECTOR_IMAGE(
      "amazon/aws-otel-collector:v0.43.3", "an image", "takes the metrics of a task to CloudWatch"),
  LAMBDA_ZIP(
      "../orders-app-lambda/target/orders-app-lambda.zip",
      "a file",
      "the bundle, with global-bundle.pem in it"),
  API_MEMORY("1024", "512 to 10240", "MiB of the API's function"),
  API_CONCURRENCY("50", "1 to 1000", "most instances of the API's function, one connection each"),
  SWEEP_CONCURRENCY("2", "1 to 10", "most instances of the sweep"),
  INTAKE_CONCURRENCY(
      "2", "2 to 100", "most instances that take orders in from one storefront's queue"),
  THROTTLE("100", "1 to 10000", "requests a second that the HTTP API lets through; twice as burst"),
  LAMBDA_WEIGHT("10", "0 to 100", "of a hundred requests, those that Lambda gets with both");

  private final String standard;
  private final String allowed;
  private final String meaning;

  Flag(String standard, String allowed, String meaning) {
    this.standard = standard;
    this.allowed = allowed;
    this.meaning = meaning;
  }

  /** Its name on the command line: {@code lambdaZip} for {@link #LAMBDA_ZIP}. */
  public String key() {
    String[] words = name().toLowerCase(Locale.ROOT).split("_", -1);
    return words[0]
        + Arrays.stream(words)
            .skip(1)
            .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
            .collect(Collectors.joining());
  }

  /** What holds when it is absent; may be empty. */
  public String standard() {
    return standard;
  }

  /** What it may hold, in words. */
  public String allowed() {
    return allowed;
  }

  /** All of them as a table in Markdown, for the module's page. */
  public static String table() {
    String head = "| flag | default | allowed | what it decides |\n|---|---|---|---|\n";
    return Arrays.stream(values())
        .map(
            flag ->
                "| `%s` | %s | %s | %s |\n"
                    .formatted(
                        flag.key(),
                        flag.standard.isEmpty() ? "–" : "`" + flag.standard + "`",
                        flag.allowed,
                        flag.meaning))
        .collect(Collectors.joining("", head, ""));
  }
}
