package io.storefront.infra.data;

import io.storefront.infra.settings.Flag;
import io.storefront.infra.settings.Settings;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.certificatemanager.Certificate;
import software.amazon.awscdk.services.certificatemanager.CertificateValidation;
import software.amazon.awscdk.services.ec2.ISubnet;
import software.amazon.awscdk.services.ec2.IVpc;
import software.amazon.awscdk.services.ec2.Port;
import software.amazon.awscdk.services.s3.ObjectOwnership;
import software.constructs.Construct;

/**
 * Everything that has a state, and what both doors share. Its template is the same whichever doors
 * there are: it lends out the same values always, asked for or not.
 */
public final class DataStack extends Stack {
  private final Foundation foundation;

  /** For the flags. */
  public DataStack(Construct scope, String id, StackProps props, Settings settings) {
    super(scope, id, props);
    setTerminationProtection(true);
    Network network = new Network(this, settings);
    Database database =
        settings.aurora()
            ? new AuroraDatabase(this, settings, network.vpc())
            : new RdsDatabase(this, settings, network.vpc());
    database
        .connectable()
        .getConnections()
        .allowFrom(network.clients(), Port.tcp(5432), "migrations");
    ConnectionProxy proxy =
        new ConnectionProxy(this, settings.name(), database, network.vpc(), network.clients());
    List<IntakeQueue> intake = intake(settings);
    Alarms alarms = alarms(settings, database, intake);
    new Bus(this, settings.name());
    new Images(this, settings.name());
    new LogBucket(
            this,
            settings.logBucket(settings.text(Flag.REGION)),
            ObjectOwnership.BUCKET_OWNER_ENFORCED)
        .forLoadBalancers();
    this.foundation =
        new Foundation(
            network.vpc(),
            network.clients().getSecurityGroupId(),
            proxy.host(),
            database.host(),
            database.secret(),
            alarms.topic(),
            certificate(settings),
            intake);
    lend();
  }

  /** What doors stand on. */
  public Foundation foundation() {
    return foundation;
  }

  private List<IntakeQueue> intake(Settings settings) {
    List<String> pricing = settings.pricingStorefronts();
    return settings.storefronts().stream()
        .map(each -> new IntakeQueue(this, settings.name(), each, pricing.contains(each)))
        .toList();
  }

  private Alarms alarms(Settings settings, Database database, List<IntakeQueue> intake) {
    Alarms alarms = new Alarms(this, settings);
    alarms.onWhatWaits();
    intake.forEach(alarms::onQueue);
    alarms.onDatabase(database, settings);
    new Board(this, settings.name(), database, intake);
    return alarms;
  }

  private Certificate certificate(Settings settings) {
    return Certificate.Builder.create(this, "Certificate")
        .domainName(settings.origin())
        .validation(CertificateValidation.fromDns(Zone.in(this, settings)))
        .build();
  }

  /** By itself the CDK exports what somebody asks for, and so would tell the doors apart. */
  private void lend() {
    IVpc vpc = foundation.vpc();
    Stream.concat(vpc.getPublicSubnets().stream(), vpc.getPrivateSubnets().stream())
        .map(ISubnet::getSubnetId)
        .forEach(this::exportValue);
    List.of(
            vpc.getVpcId(),
            foundation.clientsId(),
            foundation.proxy(),
            foundation.database(),
            foundation.secret().getSecretArn(),
            foundation.alarms().getTopicArn(),
            foundation.certificate().getCertificateArn())
        .forEach(this::exportValue);
    for (IntakeQueue each : foundation.intake()) {
      exportValue(each.queue().getQueueUrl());
      exportValue(each.queue().getQueueArn());
      exportValue(each.dead().getQueueArn());
    }
  }
}
