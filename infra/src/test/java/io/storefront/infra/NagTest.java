package io.storefront.infra;

import static org.assertj.core.api.Assertions.assertThatNoException;

import io.github.cdklabs.cdknag.AwsSolutionsChecks;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Aspects;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.assertions.Annotations;
import software.amazon.awscdk.assertions.Match;
import software.amazon.awscdk.services.s3.Bucket;

/** AWS's own checks find nothing that has no reason. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class NagTest {
  @ParameterizedTest
  @MethodSource("io.storefront.infra.Synthesized#all")
  void nothing_is_found_that_has_no_reason(Synthesized made) {
    assertThatNoException().isThrownBy(made::assertNothingFound);
  }

  @Test
  void a_fault_is_found() {
    App app = Synthesized.app(Map.of());
    Stack stack = new Stack(app, "Faulty");
    new Bucket(stack, "Open");
    Aspects.of(app).add(new AwsSolutionsChecks());
    assertThatNoException()
        .isThrownBy(
            () ->
                Annotations.fromStack(stack)
                    .hasError("*", Match.stringLikeRegexp("AwsSolutions-S10.*")));
  }
}
