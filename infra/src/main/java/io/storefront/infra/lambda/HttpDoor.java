package io.storefront.infra.lambda;

import io.storefront.infra.data.Foundation;
import io.storefront.infra.nag.Excuse;
import io.storefront.infra.settings.Flag;
import io.storefront.infra.settings.Settings;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.aws_apigatewayv2_integrations.HttpLambdaIntegration;
import software.amazon.awscdk.services.apigatewayv2.CfnStage;
import software.amazon.awscdk.services.apigatewayv2.DomainMappingOptions;
import software.amazon.awscdk.services.apigatewayv2.DomainName;
import software.amazon.awscdk.services.apigatewayv2.HttpApi;
import software.amazon.awscdk.services.apigatewayv2.HttpStage;
import software.amazon.awscdk.services.apigatewayv2.PayloadFormatVersion;
import software.amazon.awscdk.services.apigatewayv2.SecurityPolicy;
import software.amazon.awscdk.services.apigatewayv2.ThrottleSettings;
import software.amazon.awscdk.services.lambda.IFunction;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.logs.RetentionDays;
import software.constructs.Construct;

/** The HTTP API: one route for everything, because the application has a router of its own. */
final class HttpDoor extends Construct {
  private static final Duration ANSWER = Duration.seconds(29);

  private final HttpApi api;
  private final DomainName name;

  HttpDoor(Construct scope, Settings settings, Foundation foundation, IFunction function) {
    super(scope, "Http");
    this.api =
        HttpApi.Builder.create(this, "Api")
            .apiName(settings.name())
            .createDefaultStage(false)
            .disableExecuteApiEndpoint(true)
            .defaultIntegration(
                HttpLambdaIntegration.Builder.create("Function", function)
                    .payloadFormatVersion(PayloadFormatVersion.VERSION_2_0)
                    .timeout(ANSWER)
                    .build())
            .build();
    this.name =
        DomainName.Builder.create(this, "Name")
            .domainName(settings.origin())
            .certificate(foundation.certificate())
            .securityPolicy(SecurityPolicy.TLS_1_2)
            .build();
    int throttle = settings.number(Flag.THROTTLE);
    HttpStage stage =
        HttpStage.Builder.create(this, "Stage")
            .httpApi(api)
            .stageName("$default")
            .autoDeploy(true)
            .detailedMetricsEnabled(true)
            .throttle(
                ThrottleSettings.builder().rateLimit(throttle).burstLimit(throttle * 2).build())
            .domainMapping(DomainMappingOptions.builder().domainName(name).build())
            .build();
    logAccess(stage);
    Excuse.all(
        api, Excuse.of("APIG4", "The application asks for its own keys, the same at every door."));
  }

  HttpApi api() {
    return api;
  }

  DomainName name() {
    return name;
  }

  private void logAccess(HttpStage stage) {
    LogGroup log =
        LogGroup.Builder.create(this, "Log")
            .retention(RetentionDays.THREE_MONTHS)
            .removalPolicy(RemovalPolicy.RETAIN)
            .build();
    if (stage.getNode().getDefaultChild() instanceof CfnStage resource) {
      resource.setAccessLogSettings(
          CfnStage.AccessLogSettingsProperty.builder()
              .destinationArn(log.getLogGroupArn())
              .format(format())
              .build());
    }
  }

  /** No query, because it may name a person; no key. */
  private static String format() {
    Map<String, String> fields =
        new TreeMap<>(
            Map.of(
                "at", "requestTime",
                "requestId", "requestId",
                "ip", "identity.sourceIp",
                "method", "httpMethod",
                "path", "path",
                "status", "status",
                "bytes", "responseLength",
                "ms", "responseLatency",
                "error", "integrationErrorMessage"));
    return fields.entrySet().stream()
        .map(field -> "\"%s\":\"$context.%s\"".formatted(field.getKey(), field.getValue()))
        .collect(Collectors.joining(",", "{", "}"));
  }
}
