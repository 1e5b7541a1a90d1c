package io.storefront.app.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** What is uploaded, as the build left it. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class BundleIT {
  private static final long MAX_SIZE = 30L * 1024 * 1024;
  private static final Pattern REASON = Pattern.compile("(?m)^\\| `([^`]+)` \\| [^|]+ \\|$");
  private static final Pattern VERSION = Pattern.compile("-\\d[\\w.-]*\\.jar$");

  @Test
  void it_is_smaller_than_30_mib() throws IOException {
    assertThat(Files.size(Bundle.ZIP)).isLessThan(MAX_SIZE);
  }

  @Test
  void classes_lie_at_the_root_and_libraries_under_lib() throws IOException {
    assertThat(names())
        .contains(
            "io/storefront/app/lambda/ApiHandler.class",
            "io/storefront/app/lambda/IntakeHandler.class",
            "io/storefront/app/lambda/MigrateHandler.class",
            "io/storefront/app/lambda/SweepHandler.class")
        .allMatch(name -> name.startsWith("io/") || name.matches("lib/([^/]+\\.jar)?"));
  }

  @Test
  void each_library_is_there_for_the_reason_that_the_readme_gives() throws IOException {
    List<String> reasons =
        REASON
            .matcher(Files.readString(Path.of("README.md")).split("## Libraries", 2)[1])
            .results()
            .map((MatchResult found) -> found.group(1))
            .toList();

    assertThat(libraries()).containsExactlyInAnyOrderElementsOf(reasons);
  }

  @Test
  void it_does_not_say_when_it_was_built() throws IOException {
    try (ZipFile zip = new ZipFile(Bundle.ZIP.toFile())) {
      assertThat(Bundle.entries(zip).stream().map(ZipEntry::getTimeLocal).distinct()).hasSize(1);
    }
  }

  private static List<String> libraries() throws IOException {
    return names().stream()
        .filter(name -> name.endsWith(".jar"))
        .map(name -> VERSION.matcher(name.substring("lib/".length())).replaceFirst(""))
        .toList();
  }

  private static List<String> names() throws IOException {
    try (ZipFile zip = new ZipFile(Bundle.ZIP.toFile())) {
      return Bundle.entries(zip).stream().map(ZipEntry::getName).toList();
    }
  }
}
