package io.storefront.app.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.storefront.app.resource.Route.Body;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class MediaTypeTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json",
        "Application/JSON",
        "application/json;charset=utf-8",
        "application/json ; charset=\"UTF-8\"",
        "application/json; version=1"
      })
  void json_in_utf8_is_taken(String header) {
    assertThat(MediaType.isJson(header, Body.JSON)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "json",
        "text/json",
        "application/json; charset=utf-16",
        "application/json; charset=utf-8; charset=latin1",
        "application/json, application/json",
        "application/vnd.api+json"
      })
  void everything_else_is_not(String header) {
    assertThat(MediaType.isJson(header, Body.JSON)).isFalse();
  }

  @Test
  void a_merge_patch_is_taken_where_something_is_patched() {
    assertThat(MediaType.isJson("application/merge-patch+json", Body.PATCH)).isTrue();
    assertThat(MediaType.isJson("application/json", Body.PATCH)).isTrue();
    assertThat(MediaType.isJson("application/merge-patch+json", Body.JSON)).isFalse();
  }
}
