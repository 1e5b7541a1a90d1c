package io.storefront.app.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.storefront.app.json.JsonWriter;
import io.storefront.wiring.OrdersConfig;
import io.storefront.wiring.SchemaMigration;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;

/**
 * Brings the database up to date on an event, whatever stands in that: a function of its own, to be
 * invoked before others of the same version meet the database. Answers {@code {"done":"…"}}, in the
 * words of the program's command {@code migrate}; a database that cannot be used is an error of the
 * function. Several may run at once, beside whatever else runs. Thread-safe.
 */
public final class MigrateHandler implements RequestStreamHandler {
  private final OrdersConfig config;

  /**
   * For Lambda.
   *
   * @throws io.storefront.wiring.ConfigRefused when the variables cannot be used
   */
  public MigrateHandler() {
    this(System.getenv());
  }

  MigrateHandler(Map<String, String> variables) {
    this.config = Instance.configure(variables);
  }

  @Override
  public void handleRequest(InputStream event, OutputStream answer, Context context)
      throws IOException {
    answer.write(JsonWriter.write(Map.of("done", SchemaMigration.run(config))));
  }
}
