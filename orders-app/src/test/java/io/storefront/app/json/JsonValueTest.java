package io.storefront.app.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.storefront.app.problem.Fault;
import io.storefront.app.problem.Problem;
import io.storefront.app.problem.ProblemType;
import io.storefront.app.problem.Refused;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class JsonValueTest {
  private final Findings findings = new Findings();

  private <T> T read(String body, Function<JsonObject, T> reader) {
    return StrictJson.read(body.getBytes(UTF_8), findings, reader);
  }

  private Problem unreadable(String body, Function<JsonObject, ?> reader) {
    return assertThatExceptionOfType(Refused.class)
        .isThrownBy(() -> read(body, reader))
        .actual()
        .problem();
  }

  private Problem invalid() {
    return assertThatExceptionOfType(Refused.class)
        .isThrownBy(findings::refuseInvalid)
        .actual()
        .problem();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"1\"", "1.0", "1e0", "true", "[1]", "{}", "null", "1.5"})
  void a_whole_number_is_written_as_one(String number) {
    Problem problem =
        unreadable("{\"n\":" + number + "}", object -> object.required("n").integer(1, 9));
    assertThat(problem.type()).isEqualTo(ProblemType.MALFORMED_REQUEST);
    assertThat(problem.faults()).extracting(Fault::where).containsExactly("/n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "10", "-1", "4294967297", "99999999999999999999"})
  void a_number_out_of_range_breaks_a_rule(String number) {
    read("{\"n\":" + number + "}", object -> object.required("n").integer(1, 9));
    assertThat(invalid().detail()).contains("must be 1 to 9, but is " + number);
  }

  @Test
  void a_number_in_range_is_taken() {
    int number = read("{\"n\":9}", object -> object.required("n").integer(1, 9));
    assertThat(number).isEqualTo(9);
    findings.refuseInvalid();
  }

  @Test
  void an_unknown_field_is_named_wherever_it_is() {
    Problem problem =
        unreadable(
            "{\"a\":{\"b\":1,\"~/\":2},\"c\":3}",
            object -> object.required("a").object(inner -> inner.required("b").integer(1, 1)));
    assertThat(problem.type()).isEqualTo(ProblemType.UNKNOWN_FIELD);
    assertThat(problem.faults()).extracting(Fault::where).containsExactly("/a/~0~1", "/c");
  }

  @Test
  void what_cannot_be_read_is_told_before_what_is_unknown() {
    Problem problem = unreadable("{\"a\":1,\"c\":3}", object -> object.required("a").text(10));
    assertThat(problem.type()).isEqualTo(ProblemType.MALFORMED_REQUEST);
  }

  @Test
  void everything_that_breaks_a_rule_is_told_at_once() {
    read(
        "{\"a\":\"\",\"list\":[{\"b\":\"toolong\"},{}]}",
        object -> {
          object.required("a").text(5);
          object.required("missing").text(5);
          return object
              .required("list")
              .list(3, 4, each -> each.object(inner -> inner.required("b").text(5)));
        });
    assertThat(invalid().faults())
        .extracting(Fault::where)
        .containsExactly("/a", "/missing", "/list", "/list/0/b", "/list/1/b");
  }

  @Test
  void what_is_missing_is_told_once_and_not_for_each_of_its_fields() {
    read("{}", object -> object.required("a").object(inner -> inner.required("b").text(5)));
    assertThat(invalid().faults()).extracting(Fault::where).containsExactly("/a");
  }

  @Test
  void a_null_in_a_list_is_malformed() {
    Problem problem =
        unreadable("{\"a\":[null]}", object -> object.required("a").list(0, 9, JsonValue::bool));
    assertThat(problem.faults()).extracting(Fault::where).containsExactly("/a/0");
  }

  @Test
  void in_a_patch_null_is_a_word_but_not_for_what_cannot_be_removed() {
    List<Boolean> nulls =
        StrictJson.readPatch(
            "{\"a\":null,\"b\":1}".getBytes(UTF_8),
            findings,
            object ->
                List.of(
                    object.nullable("a").orElseThrow().isNull(),
                    object.nullable("b").orElseThrow().isNull()));
    assertThat(nulls).containsExactly(true, false);
    findings.refuseInvalid();
    StrictJson.readPatch(
        "{\"a\":null}".getBytes(UTF_8), findings, object -> object.required("a").text(5));
    assertThat(invalid().detail()).contains("cannot be removed");
  }

  @Test
  void a_wrong_value_is_shown_escaped_and_cut() {
    String long70 = "y".repeat(70);
    read("{\"a\":\"\\u0000" + long70 + "\"}", object -> object.required("a").text(5));
    assertThat(invalid().detail()).contains("1 to 5").contains("\\u0000" + "y".repeat(63) + "…");
  }

  @Test
  void lengths_are_counted_in_code_points() {
    String text = read("{\"a\":\"🍵🍵\"}", object -> object.required("a").text(2));
    assertThat(text).isEqualTo("🍵🍵");
    findings.refuseInvalid();
  }
}
