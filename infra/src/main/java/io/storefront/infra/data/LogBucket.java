package io.storefront.infra.data;

import io.storefront.infra.nag.Excuse;
import java.util.List;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.s3.BlockPublicAccess;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.BucketEncryption;
import software.amazon.awscdk.services.s3.LifecycleRule;
import software.amazon.awscdk.services.s3.ObjectOwnership;
import software.constructs.Construct;

/** Keeps access logs for 90 days. */
public final class LogBucket extends Construct {
  private final Bucket bucket;

  /**
   * A bucket of this name.
   *
   * @param ownership what the writer of the logs asks for
   */
  public LogBucket(Construct scope, String name, ObjectOwnership ownership) {
    super(scope, "Logs");
    this.bucket =
        Bucket.Builder.create(this, "Bucket")
            .bucketName(name)
            .encryption(BucketEncryption.S3_MANAGED)
            .blockPublicAccess(BlockPublicAccess.BLOCK_ALL)
            .objectOwnership(ownership)
            .enforceSsl(true)
            .removalPolicy(RemovalPolicy.RETAIN)
            .lifecycleRules(List.of(LifecycleRule.builder().expiration(Duration.days(90)).build()))
            .build();
    Excuse.all(bucket, Excuse.of("S1", "It holds logs; logs of who reads logs have no reader."));
  }

  /** The bucket itself. */
  public Bucket bucket() {
    return bucket;
  }

  /** Lets load balancers of this account write, whichever there will be. */
  void forLoadBalancers() {
    bucket.addToResourcePolicy(
        PolicyStatement.Builder.create()
            .principals(
                List.of(new ServicePrincipal("logdelivery.elasticloadbalancing.amazonaws.com")))
            .actions(List.of("s3:PutObject"))
            .resources(List.of(bucket.arnForObjects("*")))
            .build());
  }
}
