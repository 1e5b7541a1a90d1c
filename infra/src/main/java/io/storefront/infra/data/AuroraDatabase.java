package io.storefront.infra.data;

import static java.util.Objects.requireNonNull;

import io.storefront.infra.settings.Settings;
import java.util.List;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.ec2.IConnectable;
import software.amazon.awscdk.services.ec2.IVpc;
import software.amazon.awscdk.services.ec2.InstanceType;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.rds.AuroraPostgresClusterEngineProps;
import software.amazon.awscdk.services.rds.AuroraPostgresEngineVersion;
import software.amazon.awscdk.services.rds.BackupProps;
import software.amazon.awscdk.services.rds.ClusterInstance;
import software.amazon.awscdk.services.rds.DatabaseCluster;
import software.amazon.awscdk.services.rds.DatabaseClusterEngine;
import software.amazon.awscdk.services.rds.IClusterInstance;
import software.amazon.awscdk.services.rds.ProvisionedClusterInstanceProps;
import software.amazon.awscdk.services.rds.ProxyTarget;
import software.amazon.awscdk.services.secretsmanager.ISecret;
import software.constructs.Construct;

/** An Aurora cluster of a writer and a reader, in two zones, on storage in three. */
final class AuroraDatabase extends Construct implements Database {
  private final DatabaseCluster cluster;

  AuroraDatabase(Construct scope, Settings settings, IVpc vpc) {
    super(scope, "Aurora");
    Role keeper = Database.logKeeper(this);
    this.cluster =
        DatabaseCluster.Builder.create(this, "Cluster")
            .engine(
                DatabaseClusterEngine.auroraPostgres(
                    AuroraPostgresClusterEngineProps.builder()
                        .version(AuroraPostgresEngineVersion.VER_17_7)
                        .build()))
            .writer(instance("Writer", settings))
            .readers(List.of(instance("Reader", settings)))
            .vpc(vpc)
            .vpcSubnets(Database.subnets())
            .defaultDatabaseName(Foundation.OWNER)
            .credentials(Database.credentials())
            .storageEncrypted(true)
            .backup(BackupProps.builder().retention(Database.backups()).build())
            .copyTagsToSnapshot(true)
            .deletionProtection(true)
            .removalPolicy(RemovalPolicy.RETAIN)
            .iamAuthentication(true)
            .monitoringInterval(Duration.minutes(1))
            .cloudwatchLogsExports(Database.logs())
            .cloudwatchLogsRetention(Database.logRetention())
            .cloudwatchLogsRetentionRole(keeper)
            .parameters(Database.parameters(settings))
            .build();
    cluster.addRotationSingleUser(Database.rotation(settings));
    Database.excuse(cluster, keeper);
  }

  @Override
  public String host() {
    return cluster.getClusterEndpoint().getHostname();
  }

  @Override
  public ISecret secret() {
    return requireNonNull(cluster.getSecret());
  }

  @Override
  public IConnectable connectable() {
    return cluster;
  }

  @Override
  public ProxyTarget target() {
    return ProxyTarget.fromCluster(cluster);
  }

  @Override
  public Metric metric(String name) {
    return cluster.metric(name);
  }

  private static IClusterInstance instance(String id, Settings settings) {
    return ClusterInstance.provisioned(
        id,
        ProvisionedClusterInstanceProps.builder()
            .instanceType(new InstanceType(settings.databaseClass()))
            .build());
  }
}
