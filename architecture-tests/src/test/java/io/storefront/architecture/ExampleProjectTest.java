package io.storefront.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** The example that stands outside the build keeps up with it. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ExampleProjectTest {
  private static final Pattern VERSION =
      Pattern.compile("<[\\w.-]*(?:version|release)[\\w.]*>(\\d[\\w.]*)</");

  @Test
  void the_example_uses_the_versions_of_the_build() {
    String pom = text("examples/embedding/pom.xml");
    List<String> inTheBuild = versions(text("pom.xml"));
    assertThat(pom).doesNotContain("<parent>");
    assertThat(versions(dependenciesOf(pom))).isNotEmpty().allMatch(inTheBuild::contains);
    assertThat(versions("<version>0.0.9</version>")).noneMatch(inTheBuild::contains);
  }

  @Test
  void the_page_on_testing_ports_names_the_versions_of_the_build() {
    assertThat(versions(text("orders-domain/README.md")))
        .isNotEmpty()
        .allMatch(versions(text("pom.xml"))::contains);
  }

  /** Everything behind the example's own name and version. */
  private static String dependenciesOf(String pom) {
    return pom.substring(pom.indexOf("<properties>"));
  }

  private static List<String> versions(String text) {
    return VERSION.matcher(text).results().map(found -> found.group(1)).toList();
  }

  private static String text(String path) {
    return Sources.endingIn("pom.xml", ".md")
        .filter(file -> file.path().equals(path))
        .findFirst()
        .orElseThrow()
        .text();
  }
}
