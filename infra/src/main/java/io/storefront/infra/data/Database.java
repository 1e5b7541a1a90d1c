package io.storefront.infra.data;

import io.storefront.infra.nag.Excuse;
import io.storefront.infra.settings.Flag;
import io.storefront.infra.settings.Settings;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.ec2.IConnectable;
import software.amazon.awscdk.services.ec2.SubnetSelection;
import software.amazon.awscdk.services.ec2.SubnetType;
import software.amazon.awscdk.services.iam.ManagedPolicy;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.logs.RetentionDays;
import software.amazon.awscdk.services.rds.Credentials;
import software.amazon.awscdk.services.rds.ProxyTarget;
import software.amazon.awscdk.services.rds.RotationSingleUserOptions;
import software.amazon.awscdk.services.secretsmanager.ISecret;
import software.constructs.Construct;

/** A PostgreSQL in two zones, whichever kind of it. */
interface Database {
  /** The name under which the one that writes is found. */
  String host();

  ISecret secret();

  IConnectable connectable();

  ProxyTarget target();

  /** A metric of the one that writes. */
  Metric metric(String name);

  /** What is kept of the past, to go back to any second of it. */
  static Duration backups() {
    return Duration.days(14);
  }

  static Credentials credentials() {
    return Credentials.fromGeneratedSecret(Foundation.OWNER);
  }

  static SubnetSelection subnets() {
    return SubnetSelection.builder().subnetType(SubnetType.PRIVATE_ISOLATED).build();
  }

  static Map<String, String> parameters(Settings settings) {
    return Map.of(
        "max_connections", settings.text(Flag.MAX_CONNECTIONS),
        "rds.force_ssl", "1",
        "log_min_duration_statement", "1000",
        // What is bound to a statement names people.
        "log_parameter_max_length", "0",
        "log_parameter_max_length_on_error", "0");
  }

  static List<String> logs() {
    return List.of("postgresql");
  }

  /** As long as the logs of the doors. */
  static RetentionDays logRetention() {
    return RetentionDays.THREE_MONTHS;
  }

  /** Who sets how long the exported log is kept; RDS itself would keep it for ever. */
  static Role logKeeper(Construct scope) {
    return Role.Builder.create(scope, "LogKeeper")
        .assumedBy(new ServicePrincipal("lambda.amazonaws.com"))
        .managedPolicies(
            List.of(
                ManagedPolicy.fromAwsManagedPolicyName("service-role/AWSLambdaBasicExecutionRole")))
        .build();
  }

  /** Once the keeper has its rights, because only what is there already is excused. */
  static void excuse(Construct database, Role logKeeper) {
    Excuse.all(
        database,
        Excuse.of("RDS11", "Only one security group reaches the port; another number hides none."),
        Excuse.of("IAM4", "AWS's own policy for enhanced monitoring grants that and no more."),
        Excuse.of("SMG4", "It is rotated when told to, or by rotationDays: doors read it once."));
    Excuse.all(
        logKeeper,
        Excuse.of("IAM4", "AWS's own policy to write logs grants that and no more."),
        Excuse.of("IAM5", "The CDK's own function may set how long any log is kept."));
  }

  static RotationSingleUserOptions rotation(Settings settings) {
    return RotationSingleUserOptions.builder()
        .automaticallyAfter(Duration.days(settings.number(Flag.ROTATION_DAYS)))
        .rotateImmediatelyOnUpdate(false)
        .excludeCharacters(" %+~`#$&*()|[]{}:;<>?!'/@\"\\")
        .vpcSubnets(SubnetSelection.builder().subnetType(SubnetType.PRIVATE_WITH_EGRESS).build())
        .build();
  }
}
