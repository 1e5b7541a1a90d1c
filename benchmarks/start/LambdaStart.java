package start;

import common.Cleanup;
import io.storefront.adapters.testkit.TestDatabase;
import io.storefront.app.lambda.Bundle;
import io.storefront.app.lambda.Demo;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How long the Lambda bundle takes from process start to its first placed order under the real
 * runtime client, side by side with a handler that does nothing: first as the managed runtime loads
 * it, then with all of it on the class path of the JVM, of which alone an AOT cache takes classes.
 * Run it with benchmarks/lambda.sh.
 */
final class LambdaStart {
  private static final String HANDLER = "io.storefront.app.lambda.ApiHandler";

  private LambdaStart() {}

  public static void main(String[] args) throws Exception {
    int runs = Integer.parseInt(args[2]);
    TestDatabase database = TestDatabase.create();
    Map<String, String> environment =
        Map.of(
            "DATABASE_URL", database.jdbcUrl(),
            "DATABASE_USER", database.user(),
            "DATABASE_PASSWORD", database.password());
    Demo.load(environment);
    Cleanup cleanup = Cleanup.atTheEnd();
    Path work = cleanup.folder("lambda-benchmark");
    Bundle bundle = cleanup.add(Bundle.unpack(Path.of(args[0])));
    Path bare = Jars.of("BareHandler", System.getProperty("java.class.path"), work);
    Path root = work.resolve("BareHandler");
    Path none = Files.createDirectory(work.resolve("none"));
    System.out.println("as in the managed runtime");
    new Comparison(
            new Function("bare", "start.BareHandler", root, List.of(), Map.of(), work),
            new Function("ours", HANDLER, bundle.root(), List.of(), environment, work))
        .run(runs);
    System.out.println("\nas in an image of one's own");
    List<Path> jars = jars(Path.of(args[1]), bundle.root().resolve("lib"));
    new Comparison(
            new Function("bare-image", "start.BareHandler", none, List.of(bare), Map.of(), work),
            new Function("ours-image", HANDLER, none, jars, environment, work))
        .run(runs);
    System.exit(0);
  }

  private static List<Path> jars(Path first, Path others) throws Exception {
    List<Path> all = new ArrayList<>(List.of(first.toAbsolutePath()));
    try (Stream<Path> jars = Files.list(others)) {
      jars.sorted().forEach(all::add);
    }
    return all;
  }
}
