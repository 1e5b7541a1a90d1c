package io.storefront.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import io.storefront.customers.CustomersUseCases;
import io.storefront.inventory.InventoryUseCases;
import io.storefront.orders.OrderUseCases;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.module.Configuration;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReader;
import java.lang.module.ResolvedModule;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** The domains as another program sees them: as modules, with these libraries and no others. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class EmbeddingTest {
  private static final Map<String, String> MODULES =
      Map.of(
          "io.storefront.orders", OrderUseCases.class.getName(),
          "io.storefront.inventory", InventoryUseCases.class.getName(),
          "io.storefront.customers", CustomersUseCases.class.getName());

  private final ModuleLayer layer = boot();

  @Test
  void every_class_of_the_domains_loads_on_a_module_path() {
    assertThat(MODULES)
        .allSatisfy(
            (module, wayIn) ->
                assertThat(load(module))
                    .allSatisfy(type -> assertThat(type.getModule().getName()).isEqualTo(module))
                    .anyMatch(type -> type.getName().equals(wayIn)));
  }

  @Test
  void a_domain_shows_its_root_its_use_cases_its_ports_and_what_can_be_done() {
    assertThat(MODULES.keySet())
        .allSatisfy(
            module ->
                assertThat(layer.findModule(module).orElseThrow().getDescriptor().exports())
                    .extracting(ModuleDescriptor.Exports::source)
                    .contains(module, module + ".usecase", module + ".port")
                    .isSubsetOf(module, module + ".usecase", module + ".port", module + ".act"));
  }

  @Test
  void every_class_of_domains_and_testkits_is_compiled_for_java_21() {
    assertThat(
            Stream.concat(Code.MAIN.stream(), Code.TESTKITS.stream())
                .filter(type -> Artifact.of(type).filter(Artifact.DOMAINS::contains).isPresent()))
        .hasSizeGreaterThan(100)
        .allSatisfy(type -> assertThat(classFileVersion(type)).isEqualTo(65));
  }

  private List<? extends Class<?>> load(String module) {
    ResolvedModule resolved = layer.configuration().findModule(module).orElseThrow();
    try (ModuleReader reader = resolved.reference().open();
        Stream<String> names = reader.list()) {
      ClassLoader loader = layer.findLoader(module);
      return names
          .filter(name -> name.endsWith(".class") && !name.endsWith("-info.class"))
          .map(name -> name.substring(0, name.length() - ".class".length()).replace('/', '.'))
          .map(name -> initialized(name, loader))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Class<?> initialized(String name, ClassLoader loader) {
    try {
      return Class.forName(name, true, loader);
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }

  private static int classFileVersion(JavaClass type) {
    try (InputStream bytes = type.getSource().orElseThrow().getUri().toURL().openStream()) {
      return bytes.readNBytes(8)[7];
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ModuleLayer boot() {
    Path[] path =
        Stream.of(Jars.DOMAINS, Jars.NEEDED, Jars.ANNOTATIONS)
            .flatMap(List::stream)
            .toArray(Path[]::new);
    ModuleLayer jdk = ModuleLayer.boot();
    Configuration configuration =
        jdk.configuration()
            .resolve(ModuleFinder.of(path), ModuleFinder.of(), Set.copyOf(MODULES.keySet()));
    return jdk.defineModulesWithOneLoader(configuration, ClassLoader.getPlatformClassLoader());
  }
}
