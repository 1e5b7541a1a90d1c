package io.storefront.infra.data;

import java.util.List;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.ecr.LifecycleRule;
import software.amazon.awscdk.services.ecr.Repository;
import software.amazon.awscdk.services.ecr.TagMutability;
import software.constructs.Construct;

/** The repository of images: a tag stands for the same bytes for ever, and the last 50 are kept. */
final class Images extends Construct {
  private static final int KEPT = 50;

  Images(Construct scope, String name) {
    super(scope, "Images");
    Repository.Builder.create(this, "Repository")
        .repositoryName(name)
        .imageTagMutability(TagMutability.IMMUTABLE)
        .imageScanOnPush(true)
        .removalPolicy(RemovalPolicy.RETAIN)
        .lifecycleRules(List.of(LifecycleRule.builder().maxImageCount(KEPT).build()))
        .build();
  }
}
