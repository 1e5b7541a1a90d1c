package io.storefront.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A module of somebody else's, on a module path, in a process of its own. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ModulePathTest {
  private static final Path SOURCES =
      Sources.ROOT.resolve("architecture-tests/src/test/resources/embedder");

  @TempDir Path scratch;
  private List<Path> testkits;

  @BeforeEach
  void pack() {
    testkits = Jars.testkits(scratch);
  }

  @Test
  void a_module_that_requires_domains_and_testkits_places_an_order() throws Exception {
    assertThat(run(everything()))
        .containsSubsequence(
            "io.storefront.orders",
            "io.storefront.orders.testkit",
            "io.storefront.inventory",
            "io.storefront.inventory.testkit",
            "io.storefront.customers",
            "io.storefront.customers.testkit",
            "CONFIRMED");
  }

  @Test
  void annotations_may_be_absent_when_it_runs() throws Exception {
    assertThat(run(needed())).contains("CONFIRMED");
  }

  @Test
  void no_package_lies_in_two_jars() {
    assertThat(modules(everything()))
        .hasSize(9)
        .flatExtracting(ModuleDescriptor::packages)
        .isNotEmpty()
        .doesNotHaveDuplicates();
  }

  /** What the program said, line by line. */
  private List<String> run(List<Path> path) throws IOException, InterruptedException {
    compile();
    Path said = scratch.resolve("said");
    Process program =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--module-path",
                join(path) + File.pathSeparator + scratch.resolve("shop"),
                "--module",
                "shop/shop.Shop")
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start();
    try {
      assertThat(program.waitFor(60, TimeUnit.SECONDS)).as("ended in time").isTrue();
      assertThat(program.exitValue()).as(Files.readString(said)).isZero();
    } finally {
      program.destroyForcibly();
    }
    return Files.readAllLines(said);
  }

  private void compile() {
    Jars.run(
        "javac",
        List.of(
            "--release=21",
            "-d",
            scratch.resolve("shop").toString(),
            "--module-path",
            join(everything()),
            SOURCES.resolve("module-info.java").toString(),
            SOURCES.resolve("shop/Shop.java").toString()));
  }

  private static List<ModuleDescriptor> modules(List<Path> path) {
    return ModuleFinder.of(path.toArray(Path[]::new)).findAll().stream()
        .map(ModuleReference::descriptor)
        .toList();
  }

  /** What it runs with. */
  private List<Path> needed() {
    return Stream.of(Jars.DOMAINS, testkits, Jars.NEEDED).flatMap(List::stream).toList();
  }

  /** The same with what it may do without. */
  private List<Path> everything() {
    return Stream.of(needed(), Jars.ANNOTATIONS).flatMap(List::stream).toList();
  }

  private static String join(List<Path> path) {
    return path.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
  }
}
