package io.storefront.reliability.blackbox;

import io.storefront.app.lambda.FunctionProcess;
import io.storefront.app.lambda.RuntimeApi;
import io.storefront.app.testkit.ApiAnswer;
import io.storefront.app.testkit.ApiCall;
import io.storefront.app.testkit.GatewayEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One instance of a function, under the real runtime client, that may be frozen. Thread-safe. */
final class Function implements Door, AutoCloseable {
  /** Its own time; nothing here takes that long. */
  private static final Duration TIMEOUT = Duration.ofSeconds(60);

  private static final int PATIENCE_SECONDS = 4;

  private final RuntimeApi api;
  private final FunctionProcess process;
  private final AtWork atWork = new AtWork();

  private Function(RuntimeApi api, FunctionProcess process) {
    this.api = api;
    this.process = process;
  }

  /** Starts one, which is initialised when its first event comes. */
  static Function start(Path taskRoot, String handler, Map<String, String> variables)
      throws IOException {
    RuntimeApi api = RuntimeApi.start(TIMEOUT);
    return new Function(
        api,
        FunctionProcess.start(taskRoot, "io.storefront.app.lambda." + handler, api, variables));
  }

  /** Waits for the answer to an event as long as it takes. */
  byte[] invoke(String event) {
    return api.invoke(event);
  }

  /** Gives up after some seconds, as whoever asks through a gateway does. */
  @Override
  public Optional<ApiAnswer> send(ApiCall call) {
    try {
      byte[] answer =
          api.begin(GatewayEvent.of(call).toString()).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      return Optional.of(GatewayEvent.answer(answer));
    } catch (ExecutionException | TimeoutException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  @Override
  public AtWork atWork() {
    return atWork;
  }

  /** Whether it has an event that it has not answered yet. */
  boolean isAtWork() {
    return api.isAtWork();
  }

  void freeze() {
    Signals.freeze(process.pid());
  }

  void thaw() {
    Signals.thaw(process.pid());
  }

  boolean isAlive() {
    return process.isAlive();
  }

  @Override
  public void close() {
    process.close();
    api.close();
  }
}
