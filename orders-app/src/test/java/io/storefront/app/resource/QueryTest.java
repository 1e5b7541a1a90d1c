package io.storefront.app.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.storefront.app.problem.Problem;
import io.storefront.app.problem.ProblemType;
import io.storefront.app.problem.Refused;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class QueryTest {
  private static Problem refused(ThrowingCallable reading) {
    Problem problem =
        assertThatExceptionOfType(Refused.class).isThrownBy(reading).actual().problem();
    assertThat(problem.type()).isEqualTo(ProblemType.INVALID_PARAMETER);
    return problem;
  }

  @Test
  void parameters_are_decoded() {
    Query query = Query.parse("a=%C3%A9+b%2B&empty=&&flag");
    assertThat(query.get("a")).contains("é b+");
    assertThat(query.get("empty")).contains("");
    assertThat(query.get("flag")).contains("");
    assertThat(query.get("b")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a=%", "a=%4", "a=%GG", "a=%FF", "%FF=a", "a=%C0%AF", "a=%ED%A0%80"})
  void what_cannot_be_decoded_is_refused(String raw) {
    refused(() -> Query.parse(raw));
  }

  @Test
  void a_parameter_is_there_once_and_known() {
    assertThat(refused(() -> Query.parse("a=1&%61=2")).detail()).contains("\"a\"");
    Query query = Query.parse("a=1&b=2");
    query.allow("a", "b");
    assertThat(refused(() -> query.allow("a")).detail()).contains("\"b\"").contains("[a]");
  }

  @Test
  void a_choice_tells_what_there_is_to_choose() {
    Query query = Query.parse("sort=up&flag=yes");
    assertThat(query.choice("sort", Map.of("up", 1, "down", 2))).contains(1);
    assertThat(query.choice("other", Map.of("up", 1))).isEmpty();
    assertThat(query.flag("other")).isFalse();
    assertThat(refused(() -> query.flag("flag")).detail()).contains("false, true").contains("yes");
  }
}
