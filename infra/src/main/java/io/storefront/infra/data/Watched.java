package io.storefront.infra.data;

import java.util.Locale;
import java.util.Map;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.MathExpression;
import software.amazon.awscdk.services.cloudwatch.Metric;

/** What the application tells of what waits, and from when on a person should know. */
enum Watched {
  ORDERS_OVERDUE("oms_orders_overdue", 0, 5, "orders are not given up in time"),
  ORDERS_ON_HOLD("oms_orders_on_hold", 0, 5, "orders wait for a person"),
  PAYMENTS_UNKNOWN(
      "oms_payment_attempts_unknown", 0, 15, "the provider does not tell what became of payments"),
  WORK_DUE("oms_work_due_seconds", 60, 3, "nobody takes up what is due"),
  EVENTS_PARKED("oms_events_parked_orders", 0, 1, "the bus refuses an event for good"),
  EVENTS_UNPUBLISHED("oms_events_oldest_unpublished_seconds", 60, 3, "events do not get out"),
  FEED_LAG("oms_feed_lag_seconds", 60, 3, "events do not get into the feed"),
  /** Also when nobody tells anything, because then nobody works. */
  BACKLOG_UNREADABLE("oms_backlog_readable", 1, 3, "the database cannot be read, or nobody works");

  /** Under which all of the application's metrics are. */
  static final String NAMESPACE = "Orders";

  /** What tasks on ECS tell has it; the collector publishes nothing without a dimension. */
  static final Map<String, String> OF_TASKS = Map.of("service", "orders");

  private final String metric;
  private final int threshold;
  private final int minutes;
  private final String description;

  Watched(String metric, int threshold, int minutes, String description) {
    this.metric = metric;
    this.threshold = threshold;
    this.minutes = minutes;
    this.description = description;
  }

  /** What its alarm is called. */
  String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  String metric() {
    return metric;
  }

  int threshold() {
    return threshold;
  }

  int minutes() {
    return minutes;
  }

  String description() {
    return description;
  }

  /**
   * All processes tell the same, so that it is the greatest of them, through either door. Functions
   * may leave a minute out, which is then 0: hence {@link Bells#oftenAbove}.
   */
  IMetric greatest() {
    String tasks = name().toLowerCase(Locale.ROOT) + "_tasks";
    String functions = name().toLowerCase(Locale.ROOT) + "_functions";
    return MathExpression.Builder.create()
        .expression("MAX([FILL(%s, 0), FILL(%s, 0)])".formatted(tasks, functions))
        .usingMetrics(Map.of(tasks, told(OF_TASKS), functions, told(Map.of())))
        .period(Duration.minutes(1))
        .label(metric)
        .build();
  }

  private Metric told(Map<String, String> dimensions) {
    return Metric.Builder.create()
        .namespace(NAMESPACE)
        .metricName(metric)
        .dimensionsMap(dimensions)
        .statistic("Maximum")
        .period(Duration.minutes(1))
        .build();
  }
}
