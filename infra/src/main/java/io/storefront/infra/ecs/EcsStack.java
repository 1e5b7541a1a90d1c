package io.storefront.infra.ecs;

import io.storefront.infra.data.Bells;
import io.storefront.infra.data.Door;
import io.storefront.infra.data.Foundation;
import io.storefront.infra.settings.Compute;
import io.storefront.infra.settings.Flag;
import io.storefront.infra.settings.Settings;
import java.util.Map;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.MathExpression;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;
import software.amazon.awscdk.services.ecs.Cluster;
import software.amazon.awscdk.services.ecs.ContainerInsights;
import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationTargetGroup;
import software.amazon.awscdk.services.elasticloadbalancingv2.HttpCodeElb;
import software.amazon.awscdk.services.elasticloadbalancingv2.HttpCodeTarget;
import software.amazon.awscdk.services.route53.targets.LoadBalancerTarget;
import software.constructs.Construct;

/** The HTTP host on ECS: migrated first, then rolled out behind a load balancer. No state. */
public final class EcsStack extends Stack {
  /** For the flags, on the foundation. */
  public EcsStack(
      Construct scope, String id, StackProps props, Settings settings, Foundation foundation) {
    super(scope, id, props);
    Cluster cluster =
        Cluster.Builder.create(this, "Cluster")
            .clusterName(settings.name())
            .vpc(foundation.vpc())
            .containerInsightsV2(ContainerInsights.ENABLED)
            .build();
    TaskImage image = new TaskImage(this, settings);
    Migration migration = new Migration(this, cluster, image, foundation);
    Service service = new Service(this, settings, foundation, cluster, image);
    service.getNode().addDependency(migration);
    image.excuse();
    Entrance entrance = new Entrance(this, settings, foundation);
    ApplicationTargetGroup targets = entrance.lead(service.tasks(), Service.PORT);
    new Door(this, settings, Compute.ECS, new LoadBalancerTarget(entrance.balancer()));
    alarms(
        new Bells(this, settings.name(), foundation.alarms()),
        entrance,
        targets,
        settings.number(Flag.MIN_TASKS));
  }

  private static void alarms(
      Bells bells, Entrance entrance, ApplicationTargetGroup targets, int least) {
    bells.above(
        "ecs-5xx",
        share(
            targets.getMetrics().httpCodeTarget(HttpCodeTarget.TARGET_5XX_COUNT, sum()),
            entrance.balancer().getMetrics().httpCodeElb(HttpCodeElb.ELB_5XX_COUNT, sum()),
            entrance.balancer().getMetrics().requestCount(sum())),
        1,
        5,
        "more than 1 % of answers are 5xx");
    bells.above(
        "ecs-p99",
        targets.getMetrics().targetResponseTime(statistic("p99")),
        5,
        5,
        "one answer in a hundred takes more than 5 s");
    bells.below(
        "ecs-tasks",
        targets.getMetrics().healthyHostCount(statistic("Minimum")),
        least,
        5,
        "fewer tasks are healthy than there should be");
  }

  private static IMetric share(IMetric ours, IMetric balancers, IMetric all) {
    return MathExpression.Builder.create()
        .expression("100 * (FILL(ours, 0) + FILL(balancers, 0)) / all")
        .usingMetrics(Map.of("ours", ours, "balancers", balancers, "all", all))
        .period(Bells.MINUTE)
        .label("5xx, %")
        .build();
  }

  private static MetricOptions sum() {
    return statistic("Sum");
  }

  private static MetricOptions statistic(String name) {
    return MetricOptions.builder().statistic(name).period(Bells.MINUTE).build();
  }
}
