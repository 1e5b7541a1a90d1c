package io.storefront.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.assertions.Match;
import software.amazon.awscdk.assertions.Template;

/** The door on ECS. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class EcsStackTest {
  private final Template ecs = Synthesized.ecs().template("Ecs");

  @Test
  void two_to_six_tasks_run_in_private_subnets() {
    ecs.hasResourceProperties(
        "AWS::ApplicationAutoScaling::ScalableTarget", Map.of("MinCapacity", 2, "MaxCapacity", 6));
    ecs.hasResourceProperties(
        "AWS::ApplicationAutoScaling::ScalingPolicy",
        Map.of(
            "TargetTrackingScalingPolicyConfiguration",
            Match.objectLike(
                Map.of(
                    "TargetValue",
                    60,
                    "PredefinedMetricSpecification",
                    Map.of("PredefinedMetricType", "ECSServiceAverageCPUUtilization")))));
    ecs.hasResourceProperties(
        "AWS::ECS::Service",
        Map.of(
            "LaunchType",
            "FARGATE",
            "NetworkConfiguration",
            Match.objectLike(
                Map.of(
                    "AwsvpcConfiguration",
                    Match.objectLike(Map.of("AssignPublicIp", "DISABLED"))))));
  }

  @Test
  void a_roll_out_keeps_all_tasks_and_is_taken_back_when_it_fails() {
    ecs.hasResourceProperties(
        "AWS::ECS::Service",
        Map.of(
            "HealthCheckGracePeriodSeconds",
            60,
            "DeploymentConfiguration",
            Match.objectLike(
                Map.of(
                    "MinimumHealthyPercent",
                    100,
                    "MaximumPercent",
                    200,
                    "DeploymentCircuitBreaker",
                    Map.of("Enable", true, "Rollback", true)))));
  }

  @Test
  void a_roll_out_waits_for_its_migration() {
    Map<String, Object> service = ecs.findResources("AWS::ECS::Service").values().iterator().next();
    assertThat(service.get("DependsOn").toString()).contains("MigrationRun");
    Map<String, Object> run =
        ecs.findResources("AWS::CloudFormation::CustomResource").values().iterator().next();
    assertThat(run.get("DependsOn").toString()).contains("ExecutionRoleDefaultPolicy");
    ecs.hasResourceProperties(
        "AWS::ECS::TaskDefinition",
        Map.of(
            "ContainerDefinitions",
            List.of(Match.objectLike(Map.of("Name", "migration", "Command", List.of("migrate"))))));
  }

  @Test
  void a_task_has_nothing_to_write_nobody_to_be_and_time_to_end() {
    ecs.hasResourceProperties(
        "AWS::ECS::TaskDefinition",
        Map.of(
            "ContainerDefinitions",
            Match.arrayWith(
                List.of(
                    Match.objectLike(
                        Map.of(
                            "Name",
                            "orders",
                            "ReadonlyRootFilesystem",
                            true,
                            "User",
                            "65532",
                            "StopTimeout",
                            45,
                            "Secrets",
                            Match.anyValue()))))));
  }

  @Test
  void the_collector_never_takes_the_memory_of_the_program_and_starts_again() {
    ecs.hasResourceProperties(
        "AWS::ECS::TaskDefinition",
        Map.of(
            "Memory",
            "1024",
            "ContainerDefinitions",
            Match.arrayWith(
                List.of(
                    Match.objectLike(Map.of("Name", "orders", "Memory", 864)),
                    Match.objectLike(
                        Map.of(
                            "Name",
                            "collector",
                            "Memory",
                            160,
                            "Essential",
                            false,
                            "RestartPolicy",
                            Match.objectLike(Map.of("Enabled", true))))))));
  }

  @Test
  void who_waits_for_the_migration_may_stop_it_and_has_a_log_that_ends() {
    assertThat(ecs.findResources("AWS::IAM::Policy").toString()).contains("ecs:StopTask");
    assertThat(ecs.findResources("AWS::Lambda::Function").values())
        .isNotEmpty()
        .allSatisfy(function -> assertThat(function.toString()).contains("LoggingConfig"));
    ecs.allResourcesProperties("AWS::Logs::LogGroup", Map.of("RetentionInDays", Match.anyValue()));
  }

  @Test
  void the_load_balancer_asks_the_real_path_and_lets_requests_end() {
    ecs.hasResourceProperties(
        "AWS::ElasticLoadBalancingV2::TargetGroup",
        Map.of(
            "HealthCheckPath",
            "/health/ready",
            "HealthCheckIntervalSeconds",
            15,
            "HealthyThresholdCount",
            2,
            "UnhealthyThresholdCount",
            10,
            "Port",
            3000,
            "TargetGroupAttributes",
            Match.arrayWith(
                List.of(Map.of("Key", "deregistration_delay.timeout_seconds", "Value", "20")))));
  }

  @Test
  void nobody_reaches_the_load_balancer_but_cloudfront_and_only_by_https() {
    ecs.resourceCountIs("AWS::ElasticLoadBalancingV2::Listener", 1);
    ecs.hasResourceProperties(
        "AWS::ElasticLoadBalancingV2::Listener", Map.of("Port", 443, "Protocol", "HTTPS"));
    assertThat(ecs.findResources("AWS::EC2::SecurityGroupIngress").values())
        .extracting(rule -> rule.get("Properties").toString())
        .noneMatch(rule -> rule.contains("CidrIp"))
        .anyMatch(rule -> rule.contains("SourcePrefixListId"));
  }
}
