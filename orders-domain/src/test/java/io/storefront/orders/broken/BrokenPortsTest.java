package io.storefront.orders.broken;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each mistake that an embedder might make is one that the contracts tell. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class BrokenPortsTest {
  private static final Map<String, Class<?>> PORTS = inOrder();

  @ParameterizedTest
  @MethodSource("mistakes")
  void a_mistake_fails_the_tests_that_it_names(Class<?> broken) {
    assertThat(Failing.testsOf(broken)).contains(broken.getAnnotation(Mistake.class).caughtBy());
  }

  @ParameterizedTest
  @MethodSource("ports")
  void every_test_of_a_contract_catches_some_mistake(Class<?> broken) {
    List<String> tests =
        Arrays.stream(broken.getMethods())
            .filter(method -> method.isAnnotationPresent(Test.class))
            .map(Method::getName)
            .toList();
    assertThat(tests).isNotEmpty();
    assertThat(mistakes(broken))
        .flatMap(mistake -> List.of(mistake.getAnnotation(Mistake.class).caughtBy()))
        .containsAll(tests);
  }

  @Test
  void the_documentation_lists_every_mistake_with_what_catches_it() throws IOException {
    String rows =
        PORTS.entrySet().stream()
            .flatMap(port -> mistakes(port.getValue()).map(it -> row(port.getKey(), it)))
            .collect(Collectors.joining());
    assertThat(Files.readString(Path.of("../docs/embedding.md")))
        .contains("|---|---|---|\n" + rows);
  }

  private static String row(String port, Class<?> broken) {
    Mistake mistake = broken.getAnnotation(Mistake.class);
    String tests =
        Stream.of(mistake.caughtBy())
            .map(test -> test.replace('_', ' '))
            .collect(Collectors.joining("; "));
    return "| `%s` | %s | %s |\n".formatted(port, mistake.value(), tests);
  }

  private static Stream<Class<?>> mistakes() {
    return ports().flatMap(BrokenPortsTest::mistakes);
  }

  /** In the order of their names, because reflection promises none. */
  private static Stream<Class<?>> mistakes(Class<?> port) {
    return Arrays.stream(port.getDeclaredClasses())
        .filter(type -> !Modifier.isAbstract(type.getModifiers()))
        .<Class<?>>map(type -> type)
        .sorted(Comparator.comparing(type -> type.getAnnotation(Mistake.class).value()));
  }

  private static Stream<Class<?>> ports() {
    return PORTS.values().stream();
  }

  private static Map<String, Class<?>> inOrder() {
    Map<String, Class<?>> ports = new LinkedHashMap<>();
    ports.put("StockReservations", BrokenStock.class);
    ports.put("Payments", BrokenPayments.class);
    ports.put("Payments that wait", BrokenWaiting.class);
    ports.put("Payments that are brought", BrokenTakeovers.class);
    ports.put("CustomerLookup", BrokenCustomers.class);
    ports.put("ProductCatalog", BrokenCatalog.class);
    ports.put("Orders", BrokenOrders.class);
    ports.put("Orders with stock", BrokenStockInOrders.class);
    ports.put("UnfinishedOrders", BrokenUnfinished.class);
    ports.put("OrderIds", BrokenIds.class);
    return ports;
  }
}
