package start;

import io.storefront.app.lambda.Demo;
import io.storefront.app.lambda.FunctionProcess;
import io.storefront.app.lambda.RuntimeApi;
import io.storefront.app.testkit.ApiAnswer;
import io.storefront.app.testkit.GatewayEvent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A handler under the real runtime client.
 *
 * @param taskRoot where the client loads it from, as in the managed runtime
 * @param jars beside the client on the class path of the JVM, as in an image of one's own
 */
record Function(
    String name,
    String handler,
    Path taskRoot,
    List<Path> jars,
    Map<String, String> environment,
    Path work)
    implements Candidate {
  private static final Duration TIMEOUT = Duration.ofSeconds(29);
  private static final int TRAINING_ORDERS = 20;

  @Override
  public Times times(Setup setup) throws Exception {
    try (RuntimeApi api = RuntimeApi.start(TIMEOUT)) {
      long begin = System.nanoTime();
      try (FunctionProcess ignored = start(api, setup.before(), setup.flags(cache(setup)))) {
        place(api);
        long placed = System.nanoTime();
        place(api);
        double first = (placed - begin) / 1e6;
        return new Times(first, first, (System.nanoTime() - placed) / 1e6);
      }
    }
  }

  @Override
  public void train(Setup setup) throws Exception {
    try (RuntimeApi api = RuntimeApi.start(TIMEOUT);
        FunctionProcess process = start(api, setup.before(), setup.training(cache(setup)))) {
      for (int n = 0; n < TRAINING_ORDERS; n++) {
        place(api);
      }
      process.end();
    }
    if (!Files.exists(cache(setup))) {
      throw new IllegalStateException("no AOT cache was made of " + name);
    }
  }

  private FunctionProcess start(RuntimeApi api, List<String> before, List<String> flags) {
    return FunctionProcess.start(
        taskRoot, handler, api, environment, new FunctionProcess.Launch(before, flags, jars));
  }

  private Path cache(Setup setup) {
    return work.resolve("%s-%d.aot".formatted(name, setup.cpus()));
  }

  private static void place(RuntimeApi api) {
    ApiAnswer answer =
        GatewayEvent.answer(api.invoke(GatewayEvent.of(Demo.order("tok_approve")).toString()));
    if (answer.status() != 201) {
      throw new IllegalStateException(answer.toString());
    }
  }
}
