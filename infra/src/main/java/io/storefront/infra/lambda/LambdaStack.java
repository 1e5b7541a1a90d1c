package io.storefront.infra.lambda;

import io.storefront.infra.data.Bells;
import io.storefront.infra.data.Door;
import io.storefront.infra.data.Foundation;
import io.storefront.infra.nag.Excuse;
import io.storefront.infra.settings.Compute;
import io.storefront.infra.settings.Settings;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.MathExpression;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;
import software.amazon.awscdk.services.lambda.Alias;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.route53.targets.ApiGatewayv2DomainProperties;
import software.amazon.awscdk.services.scheduler.Schedule;
import software.amazon.awscdk.services.scheduler.ScheduleExpression;
import software.amazon.awscdk.services.scheduler.ScheduleGroup;
import software.amazon.awscdk.services.scheduler.targets.LambdaInvoke;
import software.amazon.awscdk.triggers.Trigger;
import software.constructs.Construct;

/** The bundle on Lambda: migrated first, then the alias moves. No state. */
public final class LambdaStack extends Stack {
  /** For the flags, on the foundation. */
  public LambdaStack(
      Construct scope, String id, StackProps props, Settings settings, Foundation foundation) {
    super(scope, id, props);
    Functions functions = new Functions(this, settings, foundation);
    Function api = functions.api();
    Alias live = api.addAlias("live");
    Function sweep = functions.sweep();
    Function intake = functions.intake();
    Function migration = functions.migration();
    functions.excuse();
    Trigger.Builder.create(this, "Migrate")
        .handler(migration)
        .timeout(Duration.minutes(15))
        .executeBefore(List.of(live, sweep, intake))
        .build();
    HttpDoor http = new HttpDoor(this, settings, foundation, live);
    new Door(
        this,
        settings,
        Compute.LAMBDA,
        new ApiGatewayv2DomainProperties(
            http.name().getRegionalDomainName(), http.name().getRegionalHostedZoneId()));
    everyMinute(settings, sweep);
    Bells bells = new Bells(this, settings.name(), foundation.alarms());
    alarms(bells, http, api);
    alarms(bells, sweep, intake);
  }

  /** No retries, because the next minute is one. */
  private void everyMinute(Settings settings, Function sweep) {
    Schedule.Builder.create(this, "EveryMinute")
        .scheduleName(settings.name() + "-sweep")
        .scheduleGroup(ScheduleGroup.fromScheduleGroupName(this, "Schedules", settings.name()))
        .schedule(ScheduleExpression.rate(Duration.minutes(1)))
        .target(LambdaInvoke.Builder.create(sweep).retryAttempts(0).build())
        .build();
    getNode().getChildren().stream()
        .filter(child -> child.getNode().getId().startsWith("SchedulerRoleForTarget"))
        .forEach(
            role ->
                Excuse.all(
                    role, Excuse.of("IAM5", "It may invoke the versions of the one function.")));
  }

  private static void alarms(Bells bells, HttpDoor http, Function api) {
    bells.above("lambda-5xx", share(http), 1, 5, "more than 1 % of answers are 5xx");
    bells.above(
        "lambda-p99",
        http.api().metricLatency(statistic("p99")),
        5000,
        5,
        "one answer in a hundred takes more than 5 s");
    bells.above(
        "lambda-throttles",
        api.metricThrottles(statistic("Sum")),
        0,
        3,
        "more requests come at once than there may be instances");
  }

  private static void alarms(Bells bells, Function sweep, Function intake) {
    bells.above("sweep-errors", sweep.metricErrors(statistic("Sum")), 0, 3, "the sweep fails");
    bells.below(
        "sweep-missing",
        sweep.metricInvocations(statistic("Sum")),
        1,
        5,
        "the sweep is not called, so that nobody finishes what requests have left");
    bells.above(
        "intake-errors",
        intake.metricErrors(statistic("Sum")),
        0,
        3,
        "the function that takes orders in from queues fails");
  }

  private static IMetric share(HttpDoor http) {
    return MathExpression.Builder.create()
        .expression("100 * wrong / all")
        .usingMetrics(
            Map.of(
                "wrong", http.api().metricServerError(statistic("Sum")),
                "all", http.api().metricCount(statistic("Sum"))))
        .period(Bells.MINUTE)
        .label("5xx, %")
        .build();
  }

  private static MetricOptions statistic(String name) {
    return MetricOptions.builder().statistic(name).period(Bells.MINUTE).build();
  }
}
