package io.storefront.app.resource;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class EtagsTest {
  @ParameterizedTest
  @ValueSource(strings = {"\"2\"", "*", " * ", "\"1\", \"2\"", "\"1\",\"2\"", "\"a,b\" , \"2\""})
  void a_version_is_found_in_a_list(String header) {
    assertThat(Etags.matchStrongly(List.of(header), 2)).isTrue();
    assertThat(Etags.matchWeakly(List.of(header), 2)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "2", "\"1\"", "\"22\"", "\"2", "'2'", "\"02\"", "\"1, 2\""})
  void everything_else_is_another_version(String header) {
    assertThat(Etags.matchStrongly(List.of(header), 2)).isFalse();
    assertThat(Etags.matchWeakly(List.of(header), 2)).isFalse();
  }

  @Test
  void a_weak_tag_is_good_for_reading_and_not_for_writing() {
    assertThat(Etags.matchWeakly(List.of("W/\"2\""), 2)).isTrue();
    assertThat(Etags.matchStrongly(List.of("W/\"2\""), 2)).isFalse();
    assertThat(Etags.matchStrongly(List.of("W/\"2\", \"2\""), 2)).isTrue();
  }

  @Test
  void the_header_may_come_in_several_lines() {
    assertThat(Etags.matchStrongly(List.of("\"1\"", "\"2\""), 2)).isTrue();
    assertThat(Etags.matchStrongly(List.of(), 2)).isFalse();
  }
}
