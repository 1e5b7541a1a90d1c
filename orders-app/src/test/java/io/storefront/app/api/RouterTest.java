package io.storefront.app.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.storefront.app.access.Scope;
import io.storefront.app.answers.Answer;
import io.storefront.app.answers.Replies;
import io.storefront.app.problem.Problem;
import io.storefront.app.problem.ProblemType;
import io.storefront.app.problem.Refused;
import io.storefront.app.resource.Call;
import io.storefront.app.resource.Route;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RouterTest {
  private final Router router =
      new Router(
          List.of(
              Route.get("/v1/products/{sku}", Scope.INVENTORY_READ, RouterTest::nothing),
              Route.put("/v1/products/{sku}", Scope.INVENTORY_WRITE, RouterTest::nothing),
              Route.get("/v1/products", Scope.INVENTORY_READ, RouterTest::nothing)));

  private static Answer nothing(Call call) {
    return Replies.empty(204);
  }

  private Problem refused(String method, String path) {
    return assertThatExceptionOfType(Refused.class)
        .isThrownBy(() -> router.find(method, path))
        .actual()
        .problem();
  }

  @Test
  void variables_are_decoded_segment_by_segment() {
    Router.Found found = router.find("PUT", "/v1/products/a%2Fb%C3%A9+");
    assertThat(found.route().method()).isEqualTo("PUT");
    assertThat(found.variables()).isEqualTo(Map.of("sku", "a/bé+"));
    assertThat(router.find("GET", "/v1/%70roducts").variables()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/",
        "/v1/products/",
        "/v1//products",
        "/v1/products/a/b",
        "/V1/products",
        "v1/products",
        "/v1/products/%",
        "/v1/products/%FF",
        "/v1/products;x=1",
        "/v1/./products"
      })
  void every_other_path_is_unknown(String path) {
    assertThat(refused("GET", path).type()).isEqualTo(ProblemType.NOT_FOUND);
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "HEAD", "OPTIONS", "TRACE", "get", "", "DELETE"})
  void a_wrong_method_is_told_the_right_ones(String method) {
    Problem problem = refused(method, "/v1/products/x");
    assertThat(problem.type()).isEqualTo(ProblemType.METHOD_NOT_ALLOWED);
    assertThat(problem.headers()).containsEntry("Allow", "GET, PUT");
  }
}
