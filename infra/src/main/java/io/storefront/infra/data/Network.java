package io.storefront.infra.data;

import io.storefront.infra.settings.Flag;
import io.storefront.infra.settings.Settings;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.ec2.FlowLogDestination;
import software.amazon.awscdk.services.ec2.FlowLogOptions;
import software.amazon.awscdk.services.ec2.FlowLogTrafficType;
import software.amazon.awscdk.services.ec2.GatewayVpcEndpointAwsService;
import software.amazon.awscdk.services.ec2.GatewayVpcEndpointOptions;
import software.amazon.awscdk.services.ec2.SecurityGroup;
import software.amazon.awscdk.services.ec2.SubnetConfiguration;
import software.amazon.awscdk.services.ec2.SubnetType;
import software.amazon.awscdk.services.ec2.Vpc;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.logs.RetentionDays;
import software.constructs.Construct;

/** Three zones with three subnets each: the load balancer's, the doors', and the database's. */
final class Network extends Construct {
  private static final int ZONES = 3;

  private final Vpc vpc;
  private final SecurityGroup clients;

  Network(Construct scope, Settings settings) {
    super(scope, "Network");
    LogGroup flows =
        LogGroup.Builder.create(this, "Flows")
            .retention(RetentionDays.ONE_MONTH)
            .removalPolicy(RemovalPolicy.DESTROY)
            .build();
    this.vpc =
        Vpc.Builder.create(this, "Vpc")
            .maxAzs(ZONES)
            .natGateways(settings.number(Flag.NAT_GATEWAYS))
            .restrictDefaultSecurityGroup(false)
            .subnetConfiguration(
                List.of(
                    subnet("public", SubnetType.PUBLIC),
                    subnet("private", SubnetType.PRIVATE_WITH_EGRESS),
                    subnet("data", SubnetType.PRIVATE_ISOLATED)))
            .gatewayEndpoints(
                Map.of(
                    "S3",
                    GatewayVpcEndpointOptions.builder()
                        .service(GatewayVpcEndpointAwsService.S3)
                        .build()))
            .flowLogs(
                Map.of(
                    "Rejected",
                    FlowLogOptions.builder()
                        .destination(FlowLogDestination.toCloudWatchLogs(flows))
                        .trafficType(FlowLogTrafficType.REJECT)
                        .build()))
            .build();
    this.clients =
        SecurityGroup.Builder.create(this, "Clients")
            .vpc(vpc)
            .description("may reach the database and its proxy")
            .build();
  }

  Vpc vpc() {
    return vpc;
  }

  SecurityGroup clients() {
    return clients;
  }

  private static SubnetConfiguration subnet(String name, SubnetType type) {
    return SubnetConfiguration.builder().name(name).subnetType(type).cidrMask(22).build();
  }
}
