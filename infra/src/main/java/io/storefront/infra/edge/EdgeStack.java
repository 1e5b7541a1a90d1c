package io.storefront.infra.edge;

import io.storefront.infra.data.LogBucket;
import io.storefront.infra.data.Zone;
import io.storefront.infra.nag.Excuse;
import io.storefront.infra.settings.Flag;
import io.storefront.infra.settings.Settings;
import java.util.List;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.certificatemanager.Certificate;
import software.amazon.awscdk.services.certificatemanager.CertificateValidation;
import software.amazon.awscdk.services.cloudfront.AllowedMethods;
import software.amazon.awscdk.services.cloudfront.BehaviorOptions;
import software.amazon.awscdk.services.cloudfront.CachePolicy;
import software.amazon.awscdk.services.cloudfront.Distribution;
import software.amazon.awscdk.services.cloudfront.OriginProtocolPolicy;
import software.amazon.awscdk.services.cloudfront.OriginRequestPolicy;
import software.amazon.awscdk.services.cloudfront.OriginSslPolicy;
import software.amazon.awscdk.services.cloudfront.PriceClass;
import software.amazon.awscdk.services.cloudfront.SecurityPolicyProtocol;
import software.amazon.awscdk.services.cloudfront.ViewerProtocolPolicy;
import software.amazon.awscdk.services.cloudfront.origins.HttpOrigin;
import software.amazon.awscdk.services.route53.ARecord;
import software.amazon.awscdk.services.route53.AaaaRecord;
import software.amazon.awscdk.services.route53.IHostedZone;
import software.amazon.awscdk.services.route53.RecordTarget;
import software.amazon.awscdk.services.route53.targets.CloudFrontTarget;
import software.amazon.awscdk.services.s3.ObjectOwnership;
import software.constructs.Construct;

/**
 * The API's address: CloudFront with a firewall, which caches nothing. It finds the doors by the
 * name of the origin, whose records are the doors' own, and so knows none of them.
 */
public final class EdgeStack extends Stack {
  /** A little more than an answer may take. */
  private static final Duration ANSWER = Duration.seconds(30);

  /** Less than the hosts keep an idle connection. */
  private static final Duration IDLE = Duration.seconds(55);

  /** For the flags. */
  public EdgeStack(Construct scope, String id, StackProps props, Settings settings) {
    super(scope, id, props);
    IHostedZone zone = Zone.in(this, settings);
    String domain = settings.text(Flag.DOMAIN);
    RecordTarget target =
        RecordTarget.fromAlias(new CloudFrontTarget(distribution(settings, domain, zone)));
    ARecord.Builder.create(this, "Address").zone(zone).recordName(domain).target(target).build();
    AaaaRecord.Builder.create(this, "Address6")
        .zone(zone)
        .recordName(domain)
        .target(target)
        .build();
  }

  private Distribution distribution(Settings settings, String domain, IHostedZone zone) {
    Distribution distribution =
        Distribution.Builder.create(this, "Distribution")
            .comment(settings.name())
            .domainNames(List.of(domain))
            .certificate(
                Certificate.Builder.create(this, "Certificate")
                    .domainName(domain)
                    .validation(CertificateValidation.fromDns(zone))
                    .build())
            .minimumProtocolVersion(SecurityPolicyProtocol.TLS_V1_2_2021)
            .priceClass(PriceClass.PRICE_CLASS_100)
            .webAclId(new Firewall(this, settings).arn())
            .defaultBehavior(toOrigin(settings))
            .enableLogging(true)
            .logBucket(
                new LogBucket(
                        this, settings.logBucket("edge"), ObjectOwnership.BUCKET_OWNER_PREFERRED)
                    .bucket())
            .build();
    Excuse.all(
        distribution,
        Excuse.of("CFR1", "Who may sell where is the storefronts' business, not the API's."));
    return distribution;
  }

  private static BehaviorOptions toOrigin(Settings settings) {
    return BehaviorOptions.builder()
        .origin(
            HttpOrigin.Builder.create(settings.origin())
                .protocolPolicy(OriginProtocolPolicy.HTTPS_ONLY)
                .originSslProtocols(List.of(OriginSslPolicy.TLS_V1_2))
                .readTimeout(ANSWER)
                .keepaliveTimeout(IDLE)
                .build())
        .allowedMethods(AllowedMethods.ALLOW_ALL)
        .cachePolicy(CachePolicy.CACHING_DISABLED)
        .originRequestPolicy(OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER)
        .viewerProtocolPolicy(ViewerProtocolPolicy.HTTPS_ONLY)
        .build();
  }
}
