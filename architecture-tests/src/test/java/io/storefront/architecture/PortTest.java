package io.storefront.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import io.storefront.architecture.sample.Unpromised;
import io.storefront.architecture.sample.UnpromisedContract;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every port has a contract, in its own words, and a fake to test against. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PortTest {
  private static final Pattern GUARANTEE =
      Pattern.compile("<li>(.*?)(?=<li>|</ul>)", Pattern.DOTALL);

  /** Optional for an embedder, and shipped with the one implementation that has no answers. */
  private static final Set<String> WITHOUT_CONTRACT =
      Set.of("Receipts", "Sleeper", "Readiness", "Measurements", "Vitals");

  /** Shipped with an implementation that needs nothing, so that a fake would say nothing new. */
  private static final Set<String> WITHOUT_FAKE = Set.of("Receipts", "OrderIds");

  @ParameterizedTest
  @MethodSource("portsWithContracts")
  void every_port_has_a_contract_in_its_testkit(JavaClass port) {
    assertThat(contract(port)).as("the contract of " + port.getName()).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("portsOfDomains")
  void every_port_of_a_domain_has_a_fake_in_its_testkit(JavaClass port) {
    assertThat(Code.TESTKITS)
        .as("a fake of " + port.getName())
        .anyMatch(type -> !type.isInterface() && type.isAssignableTo(port.getName()));
  }

  @ParameterizedTest
  @MethodSource("portsWithContracts")
  void every_guarantee_of_a_port_is_a_contract_test_in_the_same_words(JavaClass port) {
    assertThat(unkept(port, contract(port))).isEmpty();
  }

  @Test
  void a_guarantee_that_no_test_keeps_is_told() {
    JavaClass port = Code.only(Unpromised.class).get(Unpromised.class);
    List<JavaClass> contract = List.copyOf(Code.only(UnpromisedContract.class));
    assertThat(unkept(port, contract)).containsExactly("nothing_is_ever_lost");
  }

  private static List<String> unkept(JavaClass port, List<JavaClass> contracts) {
    Set<String> kept =
        contracts.stream()
            .flatMap(type -> Stream.concat(Stream.of(type), type.getAllRawInterfaces().stream()))
            .flatMap(type -> type.getMethods().stream())
            .map(JavaMethod::getName)
            .collect(Collectors.toSet());
    return guarantees(port).filter(words -> !kept.contains(words)).toList();
  }

  private static Stream<String> guarantees(JavaClass port) {
    return GUARANTEE.matcher(Sources.of(port).text()).results().map(found -> words(found.group(1)));
  }

  private static String words(String sentence) {
    return sentence
        .replaceAll("\\n\\s*\\*", " ")
        .replaceAll("\\{@\\w+ [#\\w]*?(\\w+)}", "$1")
        .replaceAll("</?\\w+>", "")
        .replaceAll("[^\\w\\s]", "")
        .strip()
        .replaceAll("\\s+", "_")
        .toLowerCase(Locale.ROOT);
  }

  /** A contract may be split by capability; each part asks for the port that it is held against. */
  private static List<JavaClass> contract(JavaClass port) {
    return Code.TESTKITS.stream()
        .filter(type -> type.isInterface() && type.getSimpleName().endsWith("Contract"))
        .filter(type -> Artifact.of(type).equals(Artifact.of(port)))
        .filter(type -> asksFor(port, type))
        .toList();
  }

  private static boolean asksFor(JavaClass port, JavaClass contract) {
    return Stream.concat(Stream.of(contract), contract.getAllRawInterfaces().stream())
        .flatMap(type -> type.getMethods().stream())
        .anyMatch(method -> method.getRawReturnType().getName().equals(port.getName()));
  }

  private static Stream<Named<JavaClass>> portsWithContracts() {
    return Ports.withContracts().stream()
        .flatMap(owner -> Ports.of(owner).stream())
        .filter(port -> !WITHOUT_CONTRACT.contains(port.getSimpleName()))
        .map(port -> Named.of(port.getName(), port));
  }

  private static Stream<Named<JavaClass>> portsOfDomains() {
    return Artifact.DOMAINS.stream()
        .flatMap(owner -> Ports.of(owner).stream())
        .filter(port -> !WITHOUT_FAKE.contains(port.getSimpleName()))
        .map(port -> Named.of(port.getName(), port));
  }
}
