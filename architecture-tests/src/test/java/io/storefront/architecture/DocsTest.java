package io.storefront.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import io.storefront.adapters.postgres.verification.Repairs;
import io.storefront.adapters.postgres.verification.Verification;
import io.storefront.app.problem.ProblemType;
import io.storefront.wiring.Variable;
import io.storefront.wiring.metrics.Metric;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.MethodSource;

/** What is written for people is there, whole, and leads somewhere. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DocsTest {
  private static final List<String> SECTIONS =
      List.of("Context", "Decision", "Alternatives", "Consequences");

  private static final Pattern RECORD = Pattern.compile("docs/decisions/(\\d{4})-[a-z0-9-]+\\.md");
  private static final Pattern SECTION = Pattern.compile("(?m)^## (.+)$");
  private static final Pattern DEPENDENCY =
      Pattern.compile("<dependency>\\s*<groupId>(.+)</groupId>\\s*<artifactId>(.+)</artifactId>");
  private static final Pattern PATH = Pattern.compile("\"(/(v1|health)/[^\" ?]+)\"");
  private static final Pattern TEST = Pattern.compile("`([A-Z]\\w+(Test|Contract))`");
  private static final Pattern INVARIANT = Pattern.compile("(?m)^\\| I\\d+ \\| `([a-z-]+)` \\|");
  private static final Pattern METRIC = Pattern.compile("`(oms_[a-z_]+?)(?:_count)?`");
  private static final Pattern LINK = Pattern.compile("\\[[^\\]]*]\\(([^)#:]+)(#[^)]*)?\\)");

  @ParameterizedTest
  @MethodSource("decisions")
  void a_decision_has_a_number_and_the_four_sections(SourceFile decision) {
    assertThat(decision.path()).matches(RECORD);
    assertThat(decision.lines().getFirst()).startsWith("# ");
    assertThat(sections(decision)).containsExactlyElementsOf(SECTIONS);
    assertThat(decision.text().split("(?m)^## .+$")).noneMatch(String::isBlank);
  }

  @Test
  void no_two_decisions_have_one_number() {
    assertThat(decisions().flatMap(decision -> all(RECORD, decision.path()).stream()))
        .isNotEmpty()
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void every_link_to_a_file_leads_to_one(SourceFile page) {
    Path folder = Sources.ROOT.resolve(page.path()).getParent();
    assertThat(links(page)).allSatisfy(link -> assertThat(folder.resolve(link)).exists());
  }

  @ParameterizedTest
  @EnumSource
  void every_module_has_a_page_of_its_own(Artifact artifact) {
    assertThat(Sources.endingIn(artifact.module + "/README.md")).hasSize(1);
  }

  @Test
  void the_readme_lists_the_modules_of_the_pom() {
    String pom = text("pom.xml");
    List<String> modules = all(Pattern.compile("<module>(.+)</module>"), pom);
    String readme = text("README.md");
    assertThat(all(Pattern.compile("(?m)^\\| \\[`([a-z-]+)/?`]\\("), readme))
        .containsExactlyInAnyOrderElementsOf(modules);
  }

  @Test
  void the_readme_lists_the_variables_that_the_application_reads() {
    assertThat(text("README.md")).contains(Variable.table());
  }

  @Test
  void every_invariant_and_every_repair_is_described() {
    String page = text("docs/operating.md");
    assertThat(Verification.all())
        .map(each -> "| %s | `%s` | %s |".formatted(each.id(), each.name(), each.sentence()))
        .isNotEmpty()
        .allMatch(page::contains);
    assertThat(Repairs.mendable())
        .map(each -> "| `%s` | %s |".formatted(each.name(), Repairs.act(each).orElseThrow()))
        .isNotEmpty()
        .allMatch(page::contains);
    assertThat(all(INVARIANT, page)).hasSameSizeAs(Verification.all());
  }

  @Test
  void the_page_on_operating_lists_what_is_counted() {
    String page = text("docs/operating.md");
    assertThat(page).contains(Metric.table());
    assertThat(all(METRIC, page))
        .hasSameElementsAs(Stream.of(Metric.values()).map(Metric::shown).toList());
  }

  @ParameterizedTest
  @EnumSource
  void every_problem_is_described(ProblemType type) {
    assertThat(text("docs/contract.md")).contains("`" + name(type) + "`");
  }

  /** All but those for which a server has to be slow, away or wrong; its own module's tests do. */
  @ParameterizedTest
  @EnumSource(
      mode = Mode.EXCLUDE,
      names = {"REQUEST_TIMEOUT", "INTERNAL_ERROR", "TEMPORARY_REDUCED_CAPACITY"})
  void every_problem_is_given_by_the_suite_that_each_door_runs(ProblemType type) {
    Pattern wanted = Pattern.compile("[\"|]" + name(type) + "[\"|]");
    assertThat(Sources.endingIn("Contract.java"))
        .filteredOn(file -> file.path().contains("/app/testkit/"))
        .anyMatch(file -> wanted.matcher(file.text()).find());
  }

  private static String name(ProblemType type) {
    return type.uri().substring(type.uri().lastIndexOf('/') + 1);
  }

  @Test
  void every_path_is_described() {
    Stream<String> paths =
        Sources.main()
            .filter(file -> file.path().contains("/app/resource/"))
            .flatMap(file -> all(PATH, file.text()).stream());
    assertThat(paths).isNotEmpty().allMatch(text("docs/contract.md")::contains);
  }

  @ParameterizedTest
  @MethodSource("pages")
  void every_test_that_is_named_exists(SourceFile page) {
    assertThat(all(TEST, page.text()))
        .allSatisfy(test -> assertThat(Sources.endingIn("/" + test + ".java")).isNotEmpty());
  }

  @Test
  void every_direct_dependency_earns_its_line() {
    String reasons = decision("each-dependency-earns-its-line").text();
    assertThat(directDependencies()).isNotEmpty().allMatch(name -> reasons.contains("`" + name));
  }

  /** What a benchmark compares with is nobody's dependency. */
  private static Stream<String> directDependencies() {
    return Sources.endingIn("/pom.xml")
        .filter(pom -> !pom.path().startsWith("benchmarks/"))
        .flatMap(pom -> DEPENDENCY.matcher(pom.text()).results())
        .filter(found -> !found.group(1).equals("io.storefront"))
        .map(found -> found.group(2))
        .distinct();
  }

  private static SourceFile decision(String name) {
    return Sources.endingIn("-" + name + ".md").findFirst().orElseThrow();
  }

  private static List<String> sections(SourceFile page) {
    return all(SECTION, page.text());
  }

  private static List<String> links(SourceFile page) {
    return all(LINK, page.text());
  }

  private static List<String> all(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(found -> found.group(1)).toList();
  }

  private static String text(String path) {
    return Sources.ALL.stream()
        .filter(file -> file.path().equals(path))
        .findFirst()
        .orElseThrow()
        .text();
  }

  private static Stream<SourceFile> decisions() {
    return Sources.endingIn(".md").filter(file -> file.path().startsWith("docs/decisions/"));
  }

  private static Stream<SourceFile> pages() {
    return Sources.endingIn(".md");
  }
}
