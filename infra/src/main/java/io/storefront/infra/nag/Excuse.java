package io.storefront.infra.nag;

import io.github.cdklabs.cdknag.NagPackSuppression;
import io.github.cdklabs.cdknag.NagSuppressions;
import java.util.List;
import software.constructs.IConstruct;

/** A rule of AwsSolutions that does not fit a construct, and why. */
public record Excuse(String rule, String reason) {
  /** The rule by its short name, such as {@code IAM5}. */
  public static Excuse of(String rule, String reason) {
    return new Excuse("AwsSolutions-" + rule, reason);
  }

  /** Excuses a construct and all below it. */
  public static void all(IConstruct construct, Excuse... excuses) {
    NagSuppressions.addResourceSuppressions(
        construct, List.of(excuses).stream().map(Excuse::suppression).toList(), true);
  }

  private NagPackSuppression suppression() {
    return NagPackSuppression.builder().id(rule).reason(reason).build();
  }
}
