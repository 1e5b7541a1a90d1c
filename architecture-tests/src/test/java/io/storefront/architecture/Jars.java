package io.storefront.architecture;

import io.storefront.customers.CustomersUseCases;
import io.storefront.customers.testkit.InMemoryCustomers;
import io.storefront.inventory.InventoryUseCases;
import io.storefront.inventory.testkit.InMemoryProducts;
import io.storefront.orders.OrderUseCases;
import io.storefront.orders.testkit.InMemoryOrders;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.jspecify.annotations.NullMarked;

/** What an embedder puts on a module path: the packaged jars, wherever they have been packaged. */
final class Jars {
  /** Where only classes have been built, a module is the folder of its classes. */
  static final List<Path> DOMAINS =
      Stream.of(OrderUseCases.class, InventoryUseCases.class, CustomersUseCases.class)
          .map(Jars::origin)
          .toList();

  /** What a domain needs at run time. */
  static final List<Path> NEEDED = List.of(origin(Money.class));

  /** What it is compiled with, and may do without afterwards. */
  static final List<Path> ANNOTATIONS = List.of(origin(Inject.class), origin(NullMarked.class));

  private static final List<Class<?>> FAKES =
      List.of(InMemoryOrders.class, InMemoryProducts.class, InMemoryCustomers.class);

  private Jars() {}

  /**
   * The testkits. Where only classes have been built, all of a module's tests lie in one folder, so
   * that the testkit's are packed here as the build packs them.
   */
  static List<Path> testkits(Path scratch) {
    return FAKES.stream().map(fake -> testkit(fake, scratch)).toList();
  }

  private static Path testkit(Class<?> fake, Path scratch) {
    Path found = origin(fake);
    return Files.isRegularFile(found) ? found : packed(found, fake.getPackageName(), scratch);
  }

  private static Path packed(Path classes, String name, Path scratch) {
    Path manifest = scratch.resolve(name + ".mf");
    Path jar = scratch.resolve(name + ".jar");
    try {
      Files.writeString(manifest, "Automatic-Module-Name: " + name + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    run(
        "jar",
        List.of(
            "--create",
            "--file=" + jar,
            "--manifest=" + manifest,
            "-C",
            classes.toString(),
            name.replace('.', '/')));
    return jar;
  }

  /** Runs a tool of the JDK, which must have nothing to complain about. */
  static void run(String tool, List<String> arguments) {
    ToolProvider found = ToolProvider.findFirst(tool).orElseThrow();
    int exit = found.run(System.out, System.err, arguments.toArray(String[]::new));
    if (exit != 0) {
      throw new AssertionError(tool + " ended with " + exit);
    }
  }

  private static Path origin(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }
}
