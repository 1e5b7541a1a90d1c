package io.storefront.infra.ecs;

import io.storefront.infra.data.Foundation;
import io.storefront.infra.data.IntakeQueue;
import io.storefront.infra.settings.Flag;
import io.storefront.infra.settings.Settings;
import java.util.List;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.applicationautoscaling.EnableScalingProps;
import software.amazon.awscdk.services.ec2.SecurityGroup;
import software.amazon.awscdk.services.ec2.SubnetSelection;
import software.amazon.awscdk.services.ec2.SubnetType;
import software.amazon.awscdk.services.ecs.CpuUtilizationScalingProps;
import software.amazon.awscdk.services.ecs.DeploymentCircuitBreaker;
import software.amazon.awscdk.services.ecs.FargateService;
import software.amazon.awscdk.services.ecs.FargateTaskDefinition;
import software.amazon.awscdk.services.ecs.ICluster;
import software.amazon.awscdk.services.ecs.PortMapping;
import software.amazon.awscdk.services.ecs.ScalableTaskCount;
import software.constructs.Construct;

/** The tasks: in private subnets over the zones, never fewer than two, never more than agreed. */
final class Service extends Construct {
  static final int PORT = 3000;
  private static final int BUSY = 60;

  private final FargateService tasks;

  Service(
      Construct scope,
      Settings settings,
      Foundation foundation,
      ICluster cluster,
      TaskImage image) {
    super(scope, "Service");
    FargateTaskDefinition task = task(settings, foundation, image);
    this.tasks =
        FargateService.Builder.create(this, "Tasks")
            .cluster(cluster)
            .taskDefinition(task)
            .vpcSubnets(
                SubnetSelection.builder().subnetType(SubnetType.PRIVATE_WITH_EGRESS).build())
            .assignPublicIp(false)
            .securityGroups(
                List.of(
                    SecurityGroup.Builder.create(this, "Group")
                        .vpc(foundation.vpc())
                        .description("the tasks")
                        .build(),
                    foundation.clients(this)))
            .minHealthyPercent(100)
            .maxHealthyPercent(200)
            .healthCheckGracePeriod(Duration.seconds(60))
            .circuitBreaker(DeploymentCircuitBreaker.builder().enable(true).rollback(true).build())
            .build();
    tasks.getNode().addDependency(task.obtainExecutionRole());
    scale(settings);
  }

  private void scale(Settings settings) {
    ScalableTaskCount count =
        tasks.autoScaleTaskCount(
            EnableScalingProps.builder()
                .minCapacity(settings.number(Flag.MIN_TASKS))
                .maxCapacity(settings.number(Flag.MAX_TASKS))
                .build());
    count.scaleOnCpuUtilization(
        "Processor",
        CpuUtilizationScalingProps.builder()
            .targetUtilizationPercent(BUSY)
            .scaleOutCooldown(Duration.seconds(60))
            .scaleInCooldown(Duration.minutes(5))
            .build());
  }

  FargateService tasks() {
    return tasks;
  }

  private FargateTaskDefinition task(Settings settings, Foundation foundation, TaskImage image) {
    FargateTaskDefinition task = image.task("Server");
    task.addContainer(
        "Orders",
        image
            .container(
                "orders",
                TaskSettings.ofServer(settings, foundation),
                TaskSettings.secrets(this, settings, foundation))
            .memoryLimitMiB(settings.number(Flag.TASK_MEMORY) - Collector.MEMORY)
            .portMappings(List.of(PortMapping.builder().containerPort(PORT).build()))
            .build());
    new Collector(this, settings, task, image.logging("collector"));
    for (IntakeQueue each : foundation.intake()) {
      each.letTake(task.getTaskRole());
      each.letRefuse(task.getTaskRole());
    }
    return task;
  }
}
