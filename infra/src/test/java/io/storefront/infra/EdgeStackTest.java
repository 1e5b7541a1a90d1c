package io.storefront.infra;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.assertions.Match;
import software.amazon.awscdk.assertions.Template;

/** What the Internet meets first. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class EdgeStackTest {
  private final Template edge = Synthesized.ecs().template("Edge");

  @Test
  void nothing_is_cached_and_everything_goes_on_by_https() {
    edge.hasResourceProperties(
        "AWS::CloudFront::Distribution",
        Map.of(
            "DistributionConfig",
            Match.objectLike(
                Map.of(
                    "Aliases",
                    Match.arrayWith(List.of("orders.example.com")),
                    "WebACLId",
                    Match.anyValue(),
                    "DefaultCacheBehavior",
                    Match.objectLike(Map.of("ViewerProtocolPolicy", "https-only")),
                    "Origins",
                    Match.arrayWith(
                        List.of(
                            Match.objectLike(
                                Map.of("DomainName", "origin.orders.example.com"))))))));
  }

  @Test
  void a_firewall_counts_requests_and_knows_attacks() {
    edge.hasResourceProperties(
        "AWS::WAFv2::WebACL",
        Map.of(
            "Scope",
            "CLOUDFRONT",
            "Rules",
            Match.arrayWith(
                List.of(
                    Match.objectLike(
                        Map.of(
                            "Name",
                            "TooMany",
                            "Statement",
                            Match.objectLike(
                                Map.of(
                                    "RateBasedStatement",
                                    Match.objectLike(Map.of("Limit", 30_000))))))))));
  }

  @Test
  void the_address_is_known_for_both_generations_of_the_internet() {
    for (String type : List.of("A", "AAAA")) {
      edge.hasResourceProperties(
          "AWS::Route53::RecordSet", Map.of("Name", "orders.example.com.", "Type", type));
    }
  }
}
