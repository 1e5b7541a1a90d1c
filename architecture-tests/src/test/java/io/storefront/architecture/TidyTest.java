package io.storefront.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.MethodTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** What every file looks like. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TidyTest {
  private static final int FILE = 200;
  private static final int METHOD = 40;
  private static final int COLUMNS = 100;

  /** Put together from halves, so that this file is not its own first finding. */
  private static final Pattern LATER = Pattern.compile("\\b(TO" + "DO|FIX" + "ME)\\b");

  private static final Pattern WIDE = Pattern.compile("^.{" + (COLUMNS + 1) + "}");

  /** The name of a test cannot be broken; the layout puts it on a line of its own. */
  private static final Pattern SENTENCE = Pattern.compile(": \\w+\\(\\) \\{$");

  private static final Pattern AUTHOR = Pattern.compile("@" + "author\\b");

  private static final Pattern REGISTRIES =
      Pattern.compile("\\brepo1?[.]" + "maven\\b|registry[.]" + "npmjs|deb[.]" + "debian");

  @Test
  void a_main_file_has_at_most_200_lines() {
    assertThat(Sources.main().flatMap(file -> tooLong(file).stream())).isEmpty();
    assertThat(tooLong(sample("\n".repeat(FILE)))).isEmpty();
    assertThat(tooLong(sample("\n".repeat(FILE + 1)))).hasSize(1);
  }

  @Test
  void a_method_has_at_most_40_lines() {
    assertThat(Sources.main().flatMap(file -> tallMethods(file).stream())).isEmpty();
    assertThat(tallMethods(method(METHOD))).isEmpty();
    assertThat(tallMethods(method(METHOD + 1))).containsExactly("Sample.java:2: tall");
  }

  @Test
  void a_line_of_java_has_at_most_100_columns() {
    assertThat(Sources.endingIn(".java").flatMap(file -> wideLines(file).stream())).isEmpty();
    assertThat(wideLines(sample("x".repeat(COLUMNS)))).isEmpty();
    assertThat(wideLines(sample("x".repeat(COLUMNS + 1)))).hasSize(1);
  }

  @Test
  void nothing_is_left_for_later() {
    assertThat(Sources.ALL.stream().flatMap(file -> file.mentions(LATER).stream())).isEmpty();
    assertThat(sample("// TO" + "DO tidy up").mentions(LATER)).hasSize(1);
  }

  @Test
  void no_file_names_its_author() {
    assertThat(Sources.ALL.stream().flatMap(file -> file.mentions(AUTHOR).stream())).isEmpty();
    assertThat(sample(" * @" + "author me").mentions(AUTHOR)).hasSize(1);
  }

  @Test
  void no_file_names_the_host_of_a_registry() {
    assertThat(Sources.ALL.stream().flatMap(file -> file.mentions(REGISTRIES).stream())).isEmpty();
    assertThat(sample("https://repo." + "maven.apache.org").mentions(REGISTRIES)).hasSize(1);
  }

  @Test
  void every_package_says_who_it_is_for_and_knows_no_null() {
    List<String> packages = Sources.main().map(SourceFile::path).map(TidyTest::folder).toList();
    assertThat(packages.stream().distinct().filter(folder -> !folder.endsWith("/java")))
        .isNotEmpty()
        .allSatisfy(
            folder -> {
              Stream<SourceFile> info = Sources.endingIn(folder + "/package-info.java");
              assertThat(info.map(SourceFile::text))
                  .singleElement()
                  .asString()
                  .startsWith("/**")
                  .contains("@NullMarked");
            });
  }

  @Test
  void every_file_ends_with_a_line_end() {
    assertThat(Sources.endingIn(".java", ".md", ".sql", ".xml", ".sh"))
        .allSatisfy(file -> assertThat(file.text()).endsWith("\n").doesNotEndWith("\n\n"));
  }

  private static List<String> tooLong(SourceFile file) {
    int lines = file.lines().size();
    return lines <= FILE ? List.of() : List.of(file + ": " + lines + " lines");
  }

  private static List<String> wideLines(SourceFile file) {
    return file.mentions(WIDE).stream().filter(line -> !SENTENCE.matcher(line).find()).toList();
  }

  private static List<String> tallMethods(SourceFile file) {
    Syntax syntax = Syntax.of(file);
    List<String> all = new ArrayList<>();
    new TreeScanner<Void, List<String>>() {
      @Override
      public Void visitMethod(MethodTree method, List<String> found) {
        if (syntax.height(method) > METHOD) {
          found.add("%s:%d: %s".formatted(file, syntax.line(method), method.getName()));
        }
        return super.visitMethod(method, found);
      }
    }.scan(syntax.unit(), all);
    return all;
  }

  private static String folder(String path) {
    return path.substring(0, path.lastIndexOf('/'));
  }

  private static SourceFile sample(String text) {
    return new SourceFile("Sample.java", text);
  }

  private static SourceFile method(int lines) {
    return sample("class Sample {\nvoid tall() {" + "\n".repeat(lines - 1) + "}\n}\n");
  }
}
