package io.storefront.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.storefront.inventory.testkit.AdjustmentIdsContract;
import io.storefront.inventory.testkit.ProductsContract;
import io.storefront.inventory.testkit.StockItemsContract;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the javadoc of a port promises is what its contract tests, in the same words. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class GuaranteesTest {
  private static final Pattern GUARANTEE = Pattern.compile("<li>(.*?)\\.\\n", Pattern.DOTALL);

  @ParameterizedTest
  @ValueSource(
      classes = {ProductsContract.class, StockItemsContract.class, AdjustmentIdsContract.class})
  void every_guarantee_of_a_port_is_a_contract_test_in_the_same_words(Class<?> contract)
      throws IOException {
    List<String> tests =
        Arrays.stream(contract.getMethods())
            .filter(method -> method.isAnnotationPresent(Test.class))
            .map(Method::getName)
            .toList();
    String port = contract.getSimpleName().replace("Contract", "");
    Path source = Path.of("src/main/java/io/storefront/inventory/port", port + ".java");
    List<String> guarantees =
        GUARANTEE
            .matcher(Files.readString(source))
            .results()
            .map(found -> inTheWordsOfATest(found.group(1)))
            .toList();
    assertThat(guarantees).isNotEmpty().containsExactlyInAnyOrderElementsOf(tests);
  }

  private static String inTheWordsOfATest(String sentence) {
    return sentence
        .replaceAll("\\s*\\n\\s*\\*\\s*", " ")
        .replaceAll("[,']", "")
        .replace(' ', '_')
        .toLowerCase(Locale.ROOT);
  }
}
