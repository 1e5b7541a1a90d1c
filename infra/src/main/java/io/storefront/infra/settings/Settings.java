package io.storefront.infra.settings;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.constructs.Node;

/** The values of all flags; what cannot be used is refused when it is asked for. */
public final class Settings {
  private static final Pattern RANGE = Pattern.compile("(\\d+) to (\\d+)");
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,20}");

  private final Node context;

  /** Reads the flags of an application of the CDK. */
  public Settings(Node context) {
    this.context = context;
  }

  /** As it is given, or else its default; may be empty. */
  public String text(Flag flag) {
    Object given = context.tryGetContext(flag.key());
    return given == null ? flag.standard() : String.valueOf(given).strip();
  }

  /** Empty where neither anything is given nor there is a default. */
  public Optional<String> optional(Flag flag) {
    return Optional.of(text(flag)).filter(text -> !text.isEmpty());
  }

  /**
   * What has to be given.
   *
   * @throws IllegalArgumentException naming the flag when it is not
   */
  public String required(Flag flag) {
    return optional(flag)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "-c %s: has to be given: %s".formatted(flag.key(), flag.allowed())));
  }

  /**
   * Within the flag's range.
   *
   * @throws IllegalArgumentException naming the flag and what it may hold
   */
  public int number(Flag flag) {
    Matcher range = RANGE.matcher(flag.allowed());
    String text = text(flag);
    if (range.matches() && text.matches("\\d{1,9}")) {
      int number = Integer.parseInt(text);
      if (number >= Integer.parseInt(range.group(1))
          && number <= Integer.parseInt(range.group(2))) {
        return number;
      }
    }
    throw refused(flag);
  }

  /** Which doors there are. */
  public Compute compute() {
    return Arrays.stream(Compute.values())
        .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(text(Flag.COMPUTE)))
        .findFirst()
        .orElseThrow(() -> refused(Flag.COMPUTE));
  }

  /** Whether the database is an Aurora cluster. */
  public boolean aurora() {
    return switch (text(Flag.DATABASE)) {
      case "rds" -> false;
      case "aurora" -> true;
      default -> throw refused(Flag.DATABASE);
    };
  }

  /** Processors and memory of the database; Aurora has no m7g. */
  public String databaseClass() {
    return optional(Flag.DATABASE_CLASS).orElseGet(() -> aurora() ? "r7g.large" : "m7g.large");
  }

  /** What names begin with. */
  public String name() {
    return word(Flag.NAME, text(Flag.NAME));
  }

  /** Who has a queue; without doubles. */
  public List<String> storefronts() {
    return words(Flag.STOREFRONTS);
  }

  /**
   * Who may send prices of its own by queue; without doubles.
   *
   * @throws IllegalArgumentException naming those that have no queue
   */
  public List<String> pricingStorefronts() {
    List<String> given = words(Flag.PRICING_STOREFRONTS);
    List<String> storefronts = storefronts();
    List<String> lacking = given.stream().filter(each -> !storefronts.contains(each)).toList();
    if (!lacking.isEmpty()) {
      throw new IllegalArgumentException(
          "-c %s: %s has no queue; -c %s: %s"
              .formatted(
                  Flag.PRICING_STOREFRONTS.key(),
                  String.join(", ", lacking),
                  Flag.STOREFRONTS.key(),
                  String.join(", ", storefronts)));
    }
    return given;
  }

  /** Most instances that take orders in, of all queues together. */
  public int intakeInstances() {
    return number(Flag.INTAKE_CONCURRENCY) * storefronts().size();
  }

  /** The name behind which the doors are, for the distribution and nobody else. */
  public String origin() {
    return "origin." + text(Flag.DOMAIN);
  }

  /** The bucket that takes the logs of load balancer and distribution, in a region. */
  public String logBucket(String region) {
    return "%s-logs-%s-%s".formatted(name(), account(), region);
  }

  /** The account, 12 digits. */
  public String account() {
    return optional(Flag.ACCOUNT)
        .or(() -> Optional.ofNullable(System.getenv("CDK_DEFAULT_ACCOUNT")))
        .filter(it -> it.matches("\\d{12}"))
        .orElseThrow(() -> refused(Flag.ACCOUNT));
  }

  private List<String> words(Flag flag) {
    return Arrays.stream(text(flag).split(",", -1))
        .map(String::strip)
        .filter(each -> !each.isEmpty())
        .map(each -> word(flag, each))
        .distinct()
        .toList();
  }

  private static String word(Flag flag, String text) {
    if (!NAME.matcher(text).matches()) {
      throw refused(flag);
    }
    return text;
  }

  private static IllegalArgumentException refused(Flag flag) {
    return new IllegalArgumentException(
        "-c %s: cannot be used; allowed: %s".formatted(flag.key(), flag.allowed()));
  }
}
