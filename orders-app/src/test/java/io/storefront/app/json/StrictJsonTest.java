package io.storefront.app.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.storefront.app.problem.Problem;
import io.storefront.app.problem.ProblemType;
import io.storefront.app.problem.Refused;
import java.util.HexFormat;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class StrictJsonTest {
  private static String a(byte[] body) {
    return StrictJson.read(body, new Findings(), object -> object.required("a").text(8_192));
  }

  private static String a(String body) {
    return a(body.getBytes(UTF_8));
  }

  private static Problem refused(byte[] body) {
    var refused = assertThatExceptionOfType(Refused.class).isThrownBy(() -> a(body)).actual();
    return refused.problem();
  }

  private static Problem refused(String body) {
    return refused(body.getBytes(UTF_8));
  }

  @Test
  void an_object_is_read() {
    assertThat(a(" {\"a\" : \"\\u00e9 \\ud83c\\udf75\"}\n")).isEqualTo("é 🍵");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "  ",
        "null",
        "17",
        "[]",
        "\"a\"",
        "{\"a\":\"x\"",
        "{\"a\":\"x\"}}",
        "{\"a\":\"x\"} {}",
        "{\"a\":\"x\"} x",
        "{\"a\":\"x\",}",
        "{'a':\"x\"}",
        "{a:\"x\"}",
        "{\"a\":\"x\" /* no */}",
        "{\"a\":\"x\"} // no",
        "{\"a\":NaN}",
        "{\"a\":Infinity}",
        "{\"a\":01}",
        "{\"a\":+1}",
        "{\"a\":.5}",
        "{\"a\":0x1}",
        "{\"a\":\"\t\"}",
        "{\"a\":\"\\x\"}",
        "{\"a\":\"x\",\"a\":\"x\"}",
        "{\"a\":\"x\",\"\\u0061\":\"x\"}",
        "{\"a\":\"\\ud800\"}",
        "{\"a\":\"\\udf75\\ud83c\"}",
        "{\"a\":\"x\",\"\\ud800\":1}",
        "{\"a\":null}",
        "\uFEFF{\"a\":\"x\"}",
      })
  void whatever_is_not_one_plain_object_is_malformed(String body) {
    assertThat(refused(body).type()).isEqualTo(ProblemType.MALFORMED_REQUEST);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ff", "c0af", "c1bf", "e080af", "f08080af", "eda080", "f4908080", "e28d"})
  void bytes_that_are_no_utf8_are_malformed(String bytes) {
    String hex = HexFormat.of().formatHex("{\"a\":\"".getBytes(UTF_8)) + bytes + "227d";
    assertThat(refused(HexFormat.of().parseHex(hex)).detail()).contains("UTF-8");
  }

  @Test
  void the_limits_are_kept_on_both_sides() {
    assertThat(a("{\"a\":\"" + "x".repeat(8_192) + "\"}")).hasSize(8_192);
    assertThat(refused("{\"a\":\"" + "x".repeat(8_193) + "\"}").detail()).contains("8192");
    String name = "n".repeat(64);
    assertThat(refused("{\"" + name + "\":1}").type()).isEqualTo(ProblemType.UNKNOWN_FIELD);
    assertThat(refused("{\"" + name + "n\":1}").detail()).contains("64 in a name");
    assertThat(refused("{\"a\":" + "9".repeat(20) + "}").detail()).contains("must be a string");
    assertThat(refused("{\"a\":" + "9".repeat(21) + "}").detail()).contains("20 in a number");
    assertThat(refused("{\"a\":" + "[".repeat(7) + "]".repeat(7) + "}").detail())
        .contains("must be a string");
    assertThat(refused("{\"a\":" + "[".repeat(8) + "]".repeat(8) + "}").detail())
        .contains("8 levels");
    assertThat(refused("{\"a\":[" + "1,".repeat(15_990) + "1]}").detail())
        .contains("must be a string");
    assertThat(refused("{\"a\":[" + "1,".repeat(16_000) + "1]}").detail()).contains("16000 tokens");
  }

  @Test
  void it_is_told_where_the_fault_is() {
    assertThat(refused("{\"b\":[1,\n  {\"c\":x}]}").faults())
        .singleElement()
        .satisfies(fault -> assertThat(fault.where()).isEqualTo("/b/1/c"))
        .satisfies(fault -> assertThat(fault.detail()).contains("line 2"));
  }

  @Test
  void nothing_of_the_parser_is_told() {
    assertThat(refused("{\"a\":x}").detail()).doesNotContain("token", "Exception", "Source");
  }
}
