package io.storefront.infra.data;

import static java.util.Objects.requireNonNull;

import io.storefront.infra.settings.Flag;
import io.storefront.infra.settings.Settings;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.ec2.IConnectable;
import software.amazon.awscdk.services.ec2.IVpc;
import software.amazon.awscdk.services.ec2.InstanceType;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.rds.DatabaseInstance;
import software.amazon.awscdk.services.rds.DatabaseInstanceEngine;
import software.amazon.awscdk.services.rds.PostgresEngineVersion;
import software.amazon.awscdk.services.rds.PostgresInstanceEngineProps;
import software.amazon.awscdk.services.rds.ProxyTarget;
import software.amazon.awscdk.services.rds.StorageType;
import software.amazon.awscdk.services.secretsmanager.ISecret;
import software.constructs.Construct;

/** RDS PostgreSQL with a synchronous standby in another zone. */
final class RdsDatabase extends Construct implements Database {
  private static final int GROWTH = 10;

  private final DatabaseInstance instance;

  RdsDatabase(Construct scope, Settings settings, IVpc vpc) {
    super(scope, "Database");
    int storage = settings.number(Flag.DATABASE_STORAGE);
    Role keeper = Database.logKeeper(this);
    this.instance =
        DatabaseInstance.Builder.create(this, "Instance")
            .engine(
                DatabaseInstanceEngine.postgres(
                    PostgresInstanceEngineProps.builder()
                        .version(PostgresEngineVersion.VER_17)
                        .build()))
            .instanceType(new InstanceType(settings.databaseClass()))
            .vpc(vpc)
            .vpcSubnets(Database.subnets())
            .multiAz(true)
            .databaseName(Foundation.OWNER)
            .credentials(Database.credentials())
            .storageType(StorageType.GP3)
            .allocatedStorage(storage)
            .maxAllocatedStorage(storage * GROWTH)
            .storageEncrypted(true)
            .backupRetention(Database.backups())
            .deleteAutomatedBackups(false)
            .copyTagsToSnapshot(true)
            .deletionProtection(true)
            .removalPolicy(RemovalPolicy.RETAIN)
            .monitoringInterval(Duration.minutes(1))
            .cloudwatchLogsExports(Database.logs())
            .cloudwatchLogsRetention(Database.logRetention())
            .cloudwatchLogsRetentionRole(keeper)
            .parameters(Database.parameters(settings))
            .build();
    instance.addRotationSingleUser(Database.rotation(settings));
    Database.excuse(instance, keeper);
  }

  @Override
  public String host() {
    return instance.getDbInstanceEndpointAddress();
  }

  @Override
  public ISecret secret() {
    return requireNonNull(instance.getSecret());
  }

  @Override
  public IConnectable connectable() {
    return instance;
  }

  @Override
  public ProxyTarget target() {
    return ProxyTarget.fromInstance(instance);
  }

  @Override
  public Metric metric(String name) {
    return instance.metric(name);
  }
}
