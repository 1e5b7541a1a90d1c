import io.storefront.adapters.testkit.TestDatabase;
import io.storefront.app.lambda.Bundle;
import io.storefront.app.lambda.Demo;
import io.storefront.app.lambda.FunctionProcess;
import io.storefront.app.lambda.RuntimeApi;
import io.storefront.app.testkit.ApiAnswer;
import io.storefront.app.testkit.GatewayEvent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.tools.ToolProvider;

/**
 * How long the Lambda bundle takes from process start to its first placed order under the real
 * runtime client, and how long its second order takes, side by side with a handler that does
 * nothing. Run it with benchmarks/lambda.sh.
 */
final class LambdaStart {
  private static final String HANDLER = "io.storefront.app.lambda.ApiHandler";

  private LambdaStart() {}

  public static void main(String[] args) throws Exception {
    int runs = Integer.parseInt(args[1]);
    TestDatabase database = TestDatabase.create();
    Map<String, String> environment =
        Map.of(
            "DATABASE_URL", database.jdbcUrl(),
            "DATABASE_USER", database.user(),
            "DATABASE_PASSWORD", database.password());
    Demo.load(environment);
    Path bare = bare();
    List<Times> floor = new ArrayList<>();
    List<Times> ours = new ArrayList<>();
    List<Double> ratios = new ArrayList<>();
    try (Bundle bundle = Bundle.unpack(Path.of(args[0]))) {
      for (int run = 0; run <= runs; run++) {
        Times least = times(bare, "BareHandler", Map.of());
        Times full = times(bundle.root(), HANDLER, environment);
        if (run == 0) {
          continue; // fills the file cache
        }
        floor.add(least);
        ours.add(full);
        ratios.add(full.first() / least.first());
        System.out.printf(
            "run %2d   bare %5.0f ms   bundle %5.0f ms   ratio %.2f   second order %4.0f ms%n",
            run, least.first(), full.first(), full.first() / least.first(), full.second());
      }
    }
    System.out.printf(
        "median   bare %5.0f ms   bundle %5.0f ms   ratio %.2f   second order %4.0f ms%n",
        median(floor.stream().map(Times::first).toList()),
        median(ours.stream().map(Times::first).toList()),
        median(ratios),
        median(ours.stream().map(Times::second).toList()));
    System.exit(0);
  }

  private record Times(double first, double second) {}

  private static Times times(Path taskRoot, String handler, Map<String, String> environment)
      throws Exception {
    try (RuntimeApi api = RuntimeApi.start(Duration.ofSeconds(29))) {
      long begin = System.nanoTime();
      try (FunctionProcess ignored = FunctionProcess.start(taskRoot, handler, api, environment)) {
        place(api);
        long placed = System.nanoTime();
        place(api);
        return new Times((placed - begin) / 1e6, (System.nanoTime() - placed) / 1e6);
      }
    }
  }

  private static void place(RuntimeApi api) {
    ApiAnswer answer =
        GatewayEvent.answer(api.invoke(GatewayEvent.of(Demo.order("tok_approve")).toString()));
    if (answer.status() != 201) {
      throw new IllegalStateException(answer.toString());
    }
  }

  private static Path bare() throws Exception {
    Path classes = Files.createTempDirectory("bare-handler");
    int result =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                null,
                "-cp",
                System.getProperty("java.class.path"),
                "-d",
                classes.toString(),
                "benchmarks/start/BareHandler.java");
    if (result != 0) {
      throw new IllegalStateException("BareHandler does not compile");
    }
    return classes;
  }

  private static double median(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    return sorted.get(sorted.size() / 2);
  }
}
