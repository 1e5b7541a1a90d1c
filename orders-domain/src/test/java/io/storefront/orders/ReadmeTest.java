package io.storefront.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ReadmeTest {
  private static final String MARK = "// As in the README.\n";

  @Test
  void the_example_of_the_readme_is_the_one_that_is_compiled_and_run() throws IOException {
    String text = Files.readString(Path.of("src/test/java/io/storefront/orders/ExampleTest.java"));
    String method = text.substring(text.indexOf(MARK) + MARK.length());
    String example = method.substring(0, method.indexOf("\n  }\n")).stripIndent().strip();

    assertThat(Files.readString(Path.of("README.md"))).contains("```java\n" + example + "\n```");
  }
}
