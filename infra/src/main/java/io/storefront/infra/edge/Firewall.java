package io.storefront.infra.edge;

import io.storefront.infra.settings.Flag;
import io.storefront.infra.settings.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.services.wafv2.CfnWebACL;
import software.constructs.Construct;

/**
 * What CloudFront asks before a request goes on: known attackers, known attacks, and no more
 * requests of one address than the flag says. The rule on the size of bodies only counts, because
 * an order may have 64 KiB and the application counts for itself.
 */
final class Firewall extends Construct {
  /** An order may have 64 KiB, which the application counts itself; and servers have no browser. */
  private static final List<String> COUNTED =
      List.of("SizeRestrictions_BODY", "NoUserAgent_HEADER");

  private final CfnWebACL rules;

  Firewall(Construct scope, Settings settings) {
    super(scope, "Firewall");
    String name = settings.name();
    List<CfnWebACL.RuleProperty> all = new ArrayList<>();
    all.add(tooMany(name, settings.number(Flag.RATE_LIMIT)));
    all.add(known(name, 1, "AWSManagedRulesAmazonIpReputationList", List.of()));
    all.add(known(name, 2, "AWSManagedRulesKnownBadInputsRuleSet", List.of()));
    all.add(known(name, 3, "AWSManagedRulesCommonRuleSet", COUNTED));
    this.rules =
        CfnWebACL.Builder.create(this, "Rules")
            .name(name)
            .scope("CLOUDFRONT")
            .defaultAction(
                CfnWebACL.DefaultActionProperty.builder()
                    .allow(CfnWebACL.AllowActionProperty.builder().build())
                    .build())
            .visibilityConfig(seen(name))
            .rules(all)
            .build();
  }

  String arn() {
    return rules.getAttrArn();
  }

  private static CfnWebACL.RuleProperty tooMany(String name, int limit) {
    return CfnWebACL.RuleProperty.builder()
        .name("TooMany")
        .priority(0)
        .action(
            CfnWebACL.RuleActionProperty.builder()
                .block(CfnWebACL.BlockActionProperty.builder().build())
                .build())
        .statement(
            CfnWebACL.StatementProperty.builder()
                .rateBasedStatement(
                    CfnWebACL.RateBasedStatementProperty.builder()
                        .aggregateKeyType("IP")
                        .limit(limit)
                        .build())
                .build())
        .visibilityConfig(seen(name + "-too-many"))
        .build();
  }

  private static CfnWebACL.RuleProperty known(
      String name, int priority, String group, List<String> counted) {
    return CfnWebACL.RuleProperty.builder()
        .name(group)
        .priority(priority)
        .overrideAction(CfnWebACL.OverrideActionProperty.builder().none(Map.of()).build())
        .statement(
            CfnWebACL.StatementProperty.builder()
                .managedRuleGroupStatement(
                    CfnWebACL.ManagedRuleGroupStatementProperty.builder()
                        .vendorName("AWS")
                        .name(group)
                        .ruleActionOverrides(counted.stream().map(Firewall::onlyCount).toList())
                        .build())
                .build())
        .visibilityConfig(seen(name + "-" + group))
        .build();
  }

  private static CfnWebACL.RuleActionOverrideProperty onlyCount(String rule) {
    return CfnWebACL.RuleActionOverrideProperty.builder()
        .name(rule)
        .actionToUse(
            CfnWebACL.RuleActionProperty.builder()
                .count(CfnWebACL.CountActionProperty.builder().build())
                .build())
        .build();
  }

  private static CfnWebACL.VisibilityConfigProperty seen(String metric) {
    return CfnWebACL.VisibilityConfigProperty.builder()
        .metricName(metric)
        .cloudWatchMetricsEnabled(true)
        .sampledRequestsEnabled(true)
        .build();
  }
}
