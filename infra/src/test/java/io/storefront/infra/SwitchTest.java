package io.storefront.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.assertions.Template;

/** Switching from one door to the other replaces a door and touches no data. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SwitchTest {
  /** Types of resources with a state that somebody would miss. */
  private static final Pattern STATEFUL =
      Pattern.compile(
          "AWS::(RDS::DB(Instance|Cluster|Proxy)|S3::Bucket|SQS::Queue|ECR::Repository"
              + "|SecretsManager::Secret|Events::(EventBus|Archive)|DynamoDB::.*|EFS::.*|KMS::Key"
              + "|Backup::.*|ElastiCache::.*|EC2::(VPC|Volume)|SNS::Topic)");

  @ParameterizedTest
  @ValueSource(strings = {"Data", "Edge"})
  void what_is_shared_is_the_same_whichever_doors_there_are(String stack) {
    Map<String, Object> ecs = Synthesized.ecs().template(stack).toJSON();
    assertThat(ecs).isNotEmpty();
    assertThat(Synthesized.lambda().template(stack).toJSON()).isEqualTo(ecs);
    assertThat(Synthesized.both().template(stack).toJSON()).isEqualTo(ecs);
  }

  @Test
  void everything_with_a_state_is_in_what_is_shared() {
    assertThat(types(Synthesized.both().template("Data")).filter(SwitchTest::isStateful).distinct())
        .contains(
            "AWS::RDS::DBInstance",
            "AWS::SecretsManager::Secret",
            "AWS::SQS::Queue",
            "AWS::Events::EventBus",
            "AWS::ECR::Repository",
            "AWS::S3::Bucket");
    assertThat(
            Synthesized.both().deployment().doors().stream()
                .map(Template::fromStack)
                .flatMap(SwitchTest::types)
                .filter(SwitchTest::isStateful))
        .isEmpty();
  }

  @Test
  void the_flag_decides_which_doors_there_are() {
    assertThat(names(Synthesized.ecs())).containsExactlyInAnyOrder("OrdersEcs");
    assertThat(names(Synthesized.lambda())).containsExactlyInAnyOrder("OrdersLambda");
    assertThat(names(Synthesized.both())).containsExactlyInAnyOrder("OrdersEcs", "OrdersLambda");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Ecs", "Lambda"})
  void a_door_beside_the_other_is_the_same_but_for_its_weight(String stack) {
    Synthesized alone = stack.equals("Ecs") ? Synthesized.ecs() : Synthesized.lambda();
    assertThat(withoutWeight(Synthesized.both(), stack)).isEqualTo(withoutWeight(alone, stack));
  }

  @Test
  void two_doors_share_a_hundred() {
    List<Object> weights =
        Stream.of("Ecs", "Lambda")
            .map(stack -> Synthesized.both().resources(stack, "AWS::Route53::RecordSet"))
            .flatMap(records -> records.values().stream())
            .map(SwitchTest::properties)
            .<Object>map(record -> record.get("Weight"))
            .toList();
    assertThat(weights).containsExactly(90, 10);
  }

  private static String withoutWeight(Synthesized made, String stack) {
    return made.template(stack).toJSON().toString().replaceAll("Weight=\\d+", "");
  }

  private static boolean isStateful(String type) {
    return STATEFUL.matcher(type).matches();
  }

  private static Set<String> names(Synthesized made) {
    return made.deployment().doors().stream().map(Stack::getStackName).collect(Collectors.toSet());
  }

  private static Stream<String> types(Template template) {
    Map<?, ?> resources = (Map<?, ?>) template.toJSON().get("Resources");
    return resources.values().stream()
        .map(resource -> String.valueOf(((Map<?, ?>) resource).get("Type")));
  }

  private static Map<?, ?> properties(Map<String, Object> resource) {
    return (Map<?, ?>) resource.get("Properties");
  }
}
