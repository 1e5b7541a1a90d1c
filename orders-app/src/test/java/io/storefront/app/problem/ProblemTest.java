package io.storefront.app.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ProblemTest {
  @Test
  void a_document_says_what_is_wrong_where_and_whether_to_try_again() {
    Problem problem =
        Problem.of(
                ProblemType.VALIDATION_FAILED,
                List.of(Fault.at("/a", "must be b"), Fault.in("c", "must be d")))
            .with("more", 1);
    Map<String, Object> document = problem.document("trace");
    assertThat(document.keySet())
        .containsExactly(
            "type", "title", "status", "detail", "more", "errors", "retryable", "traceId");
    assertThat(document.get("type")).asString().endsWith("/validation-failed");
    assertThat(document.get("detail")).isEqualTo("\"/a\" must be b. There are 2 such faults.");
    assertThat(document.get("errors"))
        .isEqualTo(
            List.of(
                Map.of("pointer", "/a", "detail", "must be b"),
                Map.of("parameter", "c", "detail", "must be d")));
  }

  @Test
  void nobody_is_told_more_than_50_faults() {
    List<Fault> many =
        IntStream.range(0, 51).mapToObj(i -> Fault.at("/" + i, "must be other")).toList();
    Problem problem = Problem.of(ProblemType.VALIDATION_FAILED, many);
    assertThat(problem.faults()).hasSize(50);
    assertThat(problem.detail()).contains("51");
  }

  @Test
  void an_input_is_shown_cut_and_with_everything_invisible_escaped() {
    assertThat(Shown.quoted("é🍵 \u202E\n\u0000")).isEqualTo("\"é🍵 \\u202e\\u000a\\u0000\"");
    assertThat(Shown.quoted("x".repeat(64))).hasSize(66);
    assertThat(Shown.quoted("x".repeat(65))).isEqualTo("\"" + "x".repeat(64) + "…\"");
  }
}
