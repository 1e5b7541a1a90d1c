package io.storefront.infra.ecs;

import io.storefront.infra.data.Foundation;
import io.storefront.infra.settings.Flag;
import io.storefront.infra.settings.Settings;
import java.util.List;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.ec2.Peer;
import software.amazon.awscdk.services.ec2.Port;
import software.amazon.awscdk.services.ec2.PrefixList;
import software.amazon.awscdk.services.ec2.PrefixListLookupOptions;
import software.amazon.awscdk.services.ec2.SecurityGroup;
import software.amazon.awscdk.services.elasticloadbalancingv2.AddApplicationTargetsProps;
import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationListener;
import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationLoadBalancer;
import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationProtocol;
import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationTargetGroup;
import software.amazon.awscdk.services.elasticloadbalancingv2.BaseApplicationListenerProps;
import software.amazon.awscdk.services.elasticloadbalancingv2.HealthCheck;
import software.amazon.awscdk.services.elasticloadbalancingv2.IApplicationLoadBalancerTarget;
import software.amazon.awscdk.services.elasticloadbalancingv2.IListenerCertificate;
import software.amazon.awscdk.services.elasticloadbalancingv2.ListenerCertificate;
import software.amazon.awscdk.services.elasticloadbalancingv2.SslPolicy;
import software.amazon.awscdk.services.s3.Bucket;
import software.constructs.Construct;

/** The load balancer, which lets in nobody but CloudFront. */
final class Entrance extends Construct {
  private static final String CLOUDFRONT = "com.amazonaws.global.cloudfront.origin-facing";

  /** Less than the 75 s for which the application keeps an idle connection. */
  private static final Duration IDLE = Duration.seconds(60);

  /** Requests end within 10 s. */
  private static final Duration LEAVING = Duration.seconds(20);

  private final ApplicationLoadBalancer balancer;
  private final ApplicationListener listener;

  Entrance(Construct scope, Settings settings, Foundation foundation) {
    super(scope, "Entrance");
    SecurityGroup group =
        SecurityGroup.Builder.create(this, "Group")
            .vpc(foundation.vpc())
            .description("the load balancer")
            .build();
    group.addIngressRule(
        Peer.prefixList(
            PrefixList.fromLookup(
                    this,
                    "CloudFront",
                    PrefixListLookupOptions.builder().prefixListName(CLOUDFRONT).build())
                .getPrefixListId()),
        Port.tcp(443),
        "CloudFront");
    this.balancer =
        ApplicationLoadBalancer.Builder.create(this, "Balancer")
            .vpc(foundation.vpc())
            .internetFacing(true)
            .securityGroup(group)
            .idleTimeout(IDLE)
            .dropInvalidHeaderFields(true)
            .build();
    balancer.logAccessLogs(
        Bucket.fromBucketName(this, "Logs", settings.logBucket(settings.text(Flag.REGION))),
        "balancer");
    this.listener =
        balancer.addListener(
            "Https",
            BaseApplicationListenerProps.builder()
                .port(443)
                .protocol(ApplicationProtocol.HTTPS)
                .open(false)
                .sslPolicy(SslPolicy.RECOMMENDED_TLS)
                .certificates(
                    List.<IListenerCertificate>of(
                        ListenerCertificate.fromCertificateManager(foundation.certificate())))
                .build());
  }

  ApplicationLoadBalancer balancer() {
    return balancer;
  }

  /**
   * Twice well is healthy; 150 s unwell is not: longer than a failover, which no new task mends.
   */
  ApplicationTargetGroup lead(IApplicationLoadBalancerTarget target, int port) {
    return listener.addTargets(
        "Tasks",
        AddApplicationTargetsProps.builder()
            .port(port)
            .protocol(ApplicationProtocol.HTTP)
            .targets(List.of(target))
            .deregistrationDelay(LEAVING)
            .healthCheck(
                HealthCheck.builder()
                    .path("/health/ready")
                    .interval(Duration.seconds(15))
                    .timeout(Duration.seconds(5))
                    .healthyThresholdCount(2)
                    .unhealthyThresholdCount(10)
                    .build())
            .build());
  }
}
