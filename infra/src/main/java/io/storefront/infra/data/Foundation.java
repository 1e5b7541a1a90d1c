package io.storefront.infra.data;

import java.util.List;
import java.util.stream.Collectors;
import software.amazon.awscdk.services.certificatemanager.ICertificate;
import software.amazon.awscdk.services.ec2.ISecurityGroup;
import software.amazon.awscdk.services.ec2.IVpc;
import software.amazon.awscdk.services.ec2.SecurityGroup;
import software.amazon.awscdk.services.ec2.SecurityGroupImportOptions;
import software.amazon.awscdk.services.secretsmanager.ISecret;
import software.amazon.awscdk.services.sns.ITopic;
import software.constructs.Construct;

/**
 * What a door stands on.
 *
 * @param clientsId the security group that is let in to the database
 * @param proxy host name of the database's proxy, for servers
 * @param database host name of the database itself, for migrations
 * @param secret holds {@code password}
 * @param alarms where alarms go
 * @param certificate of the doors' own name
 * @param intake where storefronts put orders
 */
public record Foundation(
    IVpc vpc,
    String clientsId,
    String proxy,
    String database,
    ISecret secret,
    ITopic alarms,
    ICertificate certificate,
    List<IntakeQueue> intake) {

  /** The user that owns the database's tables, and the database. */
  public static final String OWNER = "orders";

  /** The group that is let in to the database, as it is: no door adds a rule to it. */
  public ISecurityGroup clients(Construct scope) {
    return SecurityGroup.fromSecurityGroupId(
        scope, "Clients", clientsId, SecurityGroupImportOptions.builder().mutable(false).build());
  }

  /** What {@code INTAKE_QUEUES} is for servers: whose each queue is; empty without queues. */
  public String intakeQueues() {
    return intake.stream().map(IntakeQueue::setting).collect(Collectors.joining(","));
  }

  /**
   * Where servers find the database. The proxy refuses start-up options, and pins those who prepare
   * statements or set something for their session. That the driver does for its own name and the
   * digits of numbers, by statements of its own, unless it may assume a server that takes both with
   * the start. The proxy's certificate is signed by an authority that Java knows.
   */
  public String serverUrl() {
    return "jdbc:postgresql://%s:5432/%s?options=&prepareThreshold=0".formatted(proxy, OWNER)
        + "&assumeMinServerVersion=12&sslfactory=org.postgresql.ssl.DefaultJavaSSLFactory";
  }

  /**
   * Where a migration finds the database, past the proxy.
   *
   * @param authorities the file with RDS's own authorities, which Java does not know
   */
  public String migrationUrl(String authorities) {
    return "jdbc:postgresql://%s:5432/%s?sslrootcert=%s".formatted(database, OWNER, authorities);
  }
}
