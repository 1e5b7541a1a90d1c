package io.storefront.infra.data;

import io.storefront.infra.settings.ConnectionBudget;
import io.storefront.infra.settings.Flag;
import io.storefront.infra.settings.Settings;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.sns.Topic;
import software.amazon.awscdk.services.sns.subscriptions.EmailSubscription;
import software.constructs.Construct;

/** The alarms on what is shared: what waits, orders that come by queue, the database. */
final class Alarms extends Construct {
  private static final double GIB = 1024.0 * 1024 * 1024;
  private static final int LEAST_STORAGE = 10;

  private final Topic topic;
  private final Bells bells;

  Alarms(Construct scope, Settings settings) {
    super(scope, "Alarms");
    this.topic =
        Topic.Builder.create(this, "Topic")
            .topicName(settings.name() + "-alarms")
            .enforceSsl(true)
            .build();
    letAlarmsTell(settings.account());
    settings
        .optional(Flag.ALARM_EMAIL)
        .ifPresent(address -> topic.addSubscription(new EmailSubscription(address)));
    this.bells = new Bells(this, settings.name(), topic);
  }

  /** A topic with a policy of its own lets nobody publish whom that policy does not name. */
  private void letAlarmsTell(String account) {
    topic.addToResourcePolicy(
        PolicyStatement.Builder.create()
            .principals(List.of(new ServicePrincipal("cloudwatch.amazonaws.com")))
            .actions(List.of("sns:Publish"))
            .resources(List.of(topic.getTopicArn()))
            .conditions(Map.of("StringEquals", Map.of("aws:SourceAccount", account)))
            .build());
  }

  Topic topic() {
    return topic;
  }

  void onWhatWaits() {
    for (Watched each : Watched.values()) {
      if (each == Watched.BACKLOG_UNREADABLE) {
        bells.below(
            each.id(), each.greatest(), each.threshold(), each.minutes(), each.description());
      } else {
        bells.oftenAbove(
            each.id(), each.greatest(), each.threshold(), each.minutes(), each.description());
      }
    }
  }

  void onQueue(IntakeQueue each) {
    MetricOptions greatest =
        MetricOptions.builder().period(Bells.MINUTE).statistic("Maximum").build();
    bells.above(
        "dead-letters-" + each.storefront(),
        each.dead().metricApproximateNumberOfMessagesVisible(greatest),
        0,
        1,
        "orders that came by queue could not be taken in");
    bells.above(
        "intake-waiting-" + each.storefront(),
        each.queue().metricApproximateAgeOfOldestMessage(greatest),
        IntakeQueue.DEAD_SECONDS,
        3,
        "orders wait in a queue, and nobody takes them in");
  }

  void onDatabase(Database database, Settings settings) {
    bells.above(
        "database-connections",
        each(database, "DatabaseConnections"),
        ConnectionBudget.of(settings).nearlyAll(),
        5,
        "nearly all connections of the budget are open");
    bells.above(
        "database-processor", each(database, "CPUUtilization"), 80, 15, "the database is busy");
    if (!settings.aurora()) {
      bells.below(
          "database-storage",
          each(database, "FreeStorageSpace"),
          LEAST_STORAGE * GIB,
          15,
          "the database is nearly full");
    }
  }

  private static Metric each(Database database, String name) {
    return database.metric(name).with(MetricOptions.builder().period(Bells.MINUTE).build());
  }
}
