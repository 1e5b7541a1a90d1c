package io.storefront.infra.data;

import io.storefront.infra.nag.Excuse;
import java.util.List;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.ec2.ISecurityGroup;
import software.amazon.awscdk.services.ec2.IVpc;
import software.amazon.awscdk.services.ec2.Port;
import software.amazon.awscdk.services.ec2.SecurityGroup;
import software.amazon.awscdk.services.rds.ClientPasswordAuthType;
import software.amazon.awscdk.services.rds.DatabaseProxy;
import software.constructs.Construct;

/** RDS Proxy: many clients share few connections, and a failover is shorter for them. */
final class ConnectionProxy extends Construct {
  /**
   * What the application sets itself where it may; behind a proxy it may not, and whoever sets
   * something for a session keeps a connection to himself.
   */
  static final String TIME_OUTS =
      "SET statement_timeout='3s'; SET lock_timeout='2s';"
          + " SET idle_in_transaction_session_timeout='5s'";

  /** As in the budget: the rest is for migrations, backups and people. */
  private static final int PERCENT = 80;

  private final DatabaseProxy proxy;

  ConnectionProxy(
      Construct scope, String name, Database database, IVpc vpc, ISecurityGroup clients) {
    super(scope, "Proxy");
    SecurityGroup group =
        SecurityGroup.Builder.create(this, "Group")
            .vpc(vpc)
            .description("the proxy of the database")
            .build();
    group.addIngressRule(clients, Port.tcp(5432), "servers");
    this.proxy =
        DatabaseProxy.Builder.create(this, "Proxy")
            .dbProxyName(name)
            .proxyTarget(database.target())
            .secrets(List.of(database.secret()))
            .vpc(vpc)
            .vpcSubnets(Database.subnets())
            .securityGroups(List.of(group))
            .requireTls(true)
            .clientPasswordAuthType(ClientPasswordAuthType.POSTGRES_SCRAM_SHA_256)
            .maxConnectionsPercent(PERCENT)
            .borrowTimeout(Duration.seconds(2))
            .initQuery(TIME_OUTS)
            .build();
    Excuse.all(
        proxy, Excuse.of("IAM5", "The proxy reads the database's one secret and nothing else."));
  }

  String host() {
    return proxy.getEndpoint();
  }
}
