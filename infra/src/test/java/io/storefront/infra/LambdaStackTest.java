package io.storefront.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.assertions.Match;
import software.amazon.awscdk.assertions.Template;

/** The door on Lambda. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LambdaStackTest {
  private final Template lambda = Synthesized.lambda().template("Lambda");

  @Test
  void the_api_runs_on_java_25_from_a_snapshot_of_a_published_version() {
    lambda.hasResourceProperties(
        "AWS::Lambda::Function",
        Map.of(
            "Handler",
            "io.storefront.app.lambda.ApiHandler",
            "Runtime",
            "java25",
            "Timeout",
            29,
            "MemorySize",
            1024,
            "ReservedConcurrentExecutions",
            50,
            "SnapStart",
            Map.of("ApplyOn", "PublishedVersions")));
    lambda.hasResourceProperties(
        "AWS::Lambda::Alias", Map.of("Name", "live", "FunctionVersion", Match.anyValue()));
  }

  @Test
  void the_sweep_comes_every_minute_and_is_not_repeated() {
    lambda.hasResourceProperties(
        "AWS::Lambda::Function",
        Map.of(
            "Handler", "io.storefront.app.lambda.SweepHandler",
            "Timeout", 60,
            "ReservedConcurrentExecutions", 2));
    lambda.hasResourceProperties(
        "AWS::Scheduler::Schedule",
        Map.of(
            "ScheduleExpression",
            "rate(1 minute)",
            "Target",
            Match.objectLike(
                Map.of("RetryPolicy", Match.objectLike(Map.of("MaximumRetryAttempts", 0))))));
  }

  @Test
  void the_alias_and_the_sweep_wait_for_the_migration() {
    lambda.hasResourceProperties(
        "AWS::Lambda::Function",
        Map.of(
            "Handler",
            "io.storefront.app.lambda.MigrateHandler",
            "ReservedConcurrentExecutions",
            1));
    assertThat(resource("AWS::Lambda::Alias", "live").get("DependsOn").toString())
        .contains("Migrate");
    assertThat(resource("AWS::Lambda::Function", "SweepHandler").get("DependsOn").toString())
        .contains("Migrate");
  }

  @Test
  void one_route_takes_everything_throttled_and_logged() {
    lambda.hasResourceProperties("AWS::ApiGatewayV2::Route", Map.of("RouteKey", "$default"));
    lambda.hasResourceProperties(
        "AWS::ApiGatewayV2::Integration",
        Map.of("PayloadFormatVersion", "2.0", "TimeoutInMillis", 29_000));
    lambda.hasResourceProperties(
        "AWS::ApiGatewayV2::Stage",
        Map.of(
            "StageName",
            "$default",
            "AccessLogSettings",
            Match.anyValue(),
            "DefaultRouteSettings",
            Match.objectLike(Map.of("ThrottlingRateLimit", 100, "ThrottlingBurstLimit", 200))));
    lambda.hasResourceProperties(
        "AWS::ApiGatewayV2::Api", Map.of("DisableExecuteApiEndpoint", true));
  }

  @Test
  void no_template_holds_a_password() {
    assertThat(resource("AWS::Lambda::Function", "ApiHandler").toString())
        .containsPattern("DATABASE_PASSWORD=\\{Fn::Join=.*resolve:secretsmanager:");
  }

  private Map<String, Object> resource(String type, String word) {
    List<Map<String, Object>> found =
        lambda.findResources(type).values().stream()
            .filter(resource -> resource.toString().contains(word))
            .toList();
    assertThat(found).hasSize(1);
    return found.getFirst();
  }
}
