package io.storefront.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.assertions.Match;
import software.amazon.awscdk.assertions.Template;

/** What must not be lost, and what all stand on. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DataStackTest {
  private final Template data = Synthesized.ecs().template("Data");

  @Test
  void the_network_has_three_zones_with_a_way_out_each() {
    data.resourceCountIs("AWS::EC2::Subnet", 9);
    data.resourceCountIs("AWS::EC2::NatGateway", 3);
    data.resourceCountIs("AWS::EC2::FlowLog", 1);
  }

  @Test
  void the_database_is_in_two_zones_encrypted_backed_up_and_cannot_be_deleted() {
    data.hasResource(
        "AWS::RDS::DBInstance",
        Map.of(
            "DeletionPolicy",
            "Retain",
            "UpdateReplacePolicy",
            "Retain",
            "Properties",
            Match.objectLike(
                Map.of(
                    "MultiAZ", true,
                    "StorageEncrypted", true,
                    "BackupRetentionPeriod", 14,
                    "DeletionProtection", true,
                    "PubliclyAccessible", false))));
  }

  @Test
  void the_database_allows_the_connections_of_the_budget_and_only_encrypted_ones() {
    data.hasResourceProperties(
        "AWS::RDS::DBParameterGroup",
        Map.of(
            "Parameters",
            Match.objectLike(Map.of("max_connections", "250", "rds.force_ssl", "1"))));
  }

  @Test
  void the_proxy_sets_the_time_outs_that_a_connection_cannot_bring() {
    data.hasResourceProperties(
        "AWS::RDS::DBProxyTargetGroup",
        Map.of(
            "ConnectionPoolConfigurationInfo",
            Match.objectLike(
                Map.of(
                    "InitQuery",
                    "SET statement_timeout='3s'; SET lock_timeout='2s';"
                        + " SET idle_in_transaction_session_timeout='5s'",
                    "MaxConnectionsPercent",
                    80))));
    data.hasResourceProperties("AWS::RDS::DBProxy", Map.of("RequireTLS", true));
  }

  @Test
  void the_password_can_be_rotated_and_is_when_a_flag_says_how_often() {
    data.resourceCountIs("AWS::SecretsManager::RotationSchedule", 1);
    assertThat(rotation(data)).doesNotContain("RotationRules");
    Template often = Synthesized.with(Map.of("rotationDays", "30")).template("Data");
    assertThat(rotation(often)).contains("RotationRules");
  }

  @Test
  void every_storefront_has_a_queue_with_one_for_what_cannot_be_taken_in() {
    Template two = Synthesized.with(Map.of("storefronts", "acme, shop")).template("Data");
    two.resourceCountIs("AWS::SQS::Queue", 4);
    two.hasResourceProperties(
        "AWS::SQS::Queue",
        Map.of(
            "QueueName",
            "orders-intake-acme",
            "VisibilityTimeout",
            180,
            "RedrivePolicy",
            Match.objectLike(Map.of("maxReceiveCount", 5))));
    two.hasResourceProperties(
        "AWS::SQS::Queue",
        Map.of("QueueName", "orders-intake-acme-dead", "MessageRetentionPeriod", 14 * 86_400));
  }

  @Test
  void nobody_reaches_the_database_but_its_clients() {
    assertThat(data.findResources("AWS::EC2::SecurityGroup").toString())
        .doesNotContain("CidrIp=0.0.0.0/0, Description=from 0.0.0.0/0");
    assertThat(data.findResources("AWS::EC2::SecurityGroupIngress").values())
        .isNotEmpty()
        .allSatisfy(rule -> assertThat(rule.toString()).contains("SourceSecurityGroupId"));
  }

  @Test
  void aurora_is_a_writer_and_a_reader_that_cannot_be_deleted() {
    Template aurora = Synthesized.aurora().template("Data");
    aurora.resourceCountIs("AWS::RDS::DBInstance", 2);
    aurora.hasResource(
        "AWS::RDS::DBCluster",
        Map.of(
            "DeletionPolicy",
            "Retain",
            "Properties",
            Match.objectLike(
                Map.of(
                    "StorageEncrypted", true,
                    "BackupRetentionPeriod", 14,
                    "DeletionProtection", true))));
  }

  @Test
  void what_has_a_state_outlives_its_stack() {
    for (String type :
        List.of(
            "AWS::RDS::DBInstance",
            "AWS::S3::Bucket",
            "AWS::SQS::Queue",
            "AWS::ECR::Repository",
            "AWS::Events::EventBus")) {
      data.allResources(type, Map.of("DeletionPolicy", "Retain"));
    }
  }

  @Test
  void alarms_of_this_account_may_tell_their_topic() {
    data.hasResourceProperties(
        "AWS::SNS::TopicPolicy",
        Map.of(
            "PolicyDocument",
            Match.objectLike(
                Map.of(
                    "Statement",
                    Match.arrayWith(
                        List.of(
                            Match.objectLike(
                                Map.of(
                                    "Effect",
                                    "Allow",
                                    "Action",
                                    "sns:Publish",
                                    "Principal",
                                    Map.of("Service", "cloudwatch.amazonaws.com"),
                                    "Condition",
                                    Map.of(
                                        "StringEquals",
                                        Map.of("aws:SourceAccount", "123456789012"))))))))));
  }

  @Test
  void the_log_of_slow_statements_names_nobody_and_is_not_kept_for_ever() {
    Map<String, Object> unnamed =
        Map.of("log_parameter_max_length", "0", "log_parameter_max_length_on_error", "0");
    data.hasResourceProperties(
        "AWS::RDS::DBParameterGroup", Map.of("Parameters", Match.objectLike(unnamed)));
    data.hasResourceProperties("Custom::LogRetention", Map.of("RetentionInDays", 90));
    Template aurora = Synthesized.aurora().template("Data");
    aurora.hasResourceProperties(
        "AWS::RDS::DBClusterParameterGroup", Map.of("Parameters", Match.objectLike(unnamed)));
    aurora.hasResourceProperties("Custom::LogRetention", Map.of("RetentionInDays", 90));
  }

  @Test
  void an_alarm_on_what_waits_bears_minutes_in_which_functions_tell_nothing() {
    List<Map<?, ?>> filled =
        data.findResources("AWS::CloudWatch::Alarm").values().stream()
            .<Map<?, ?>>map(alarm -> (Map<?, ?>) alarm.get("Properties"))
            .filter(alarm -> alarm.toString().contains("FILL("))
            .filter(alarm -> "GreaterThanThreshold".equals(alarm.get("ComparisonOperator")))
            .toList();
    assertThat(filled)
        .hasSize(7)
        .allSatisfy(
            alarm ->
                assertThat(((Number) alarm.get("EvaluationPeriods")).intValue())
                    .isEqualTo(2 * ((Number) alarm.get("DatapointsToAlarm")).intValue()));
    data.hasResourceProperties(
        "AWS::CloudWatch::Alarm",
        Map.of(
            "AlarmName",
            "orders-backlog-unreadable",
            "ComparisonOperator",
            "LessThanThreshold",
            "EvaluationPeriods",
            3,
            "DatapointsToAlarm",
            3));
  }

  @Test
  void the_alarm_on_connections_rings_before_the_proxy_has_opened_all() {
    data.hasResourceProperties(
        "AWS::CloudWatch::Alarm",
        Map.of("AlarmName", "orders-database-connections", "Threshold", 180));
  }

  private static String rotation(Template template) {
    return template.findResources("AWS::SecretsManager::RotationSchedule").toString();
  }
}
