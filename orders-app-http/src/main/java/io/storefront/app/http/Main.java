package io.storefront.app.http;

import io.javalin.util.JavalinBindException;
import io.storefront.app.access.ApiKeyText;
import io.storefront.wiring.ApplicationUnavailable;
import io.storefront.wiring.ConfigRefused;
import io.storefront.wiring.LogSetup;
import io.storefront.wiring.OrdersConfig;
import io.storefront.wiring.StartMode;
import java.io.PrintStream;
import java.security.SecureRandom;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The program. */
public final class Main {
  private static final Logger LOG = LoggerFactory.getLogger(Main.class);
  private static final int REFUSED = 1;
  private static final int MISUSED = 2;
  private static final PrintStream OUT = System.out;
  private static final PrintStream ERR = System.err;

  private static final String USAGE =
      """
      usage: serve              start the application
             serve --fresh      throw away the data of the embedded database, then start
             serve new-key      print a new API key, for BOOTSTRAP_OPERATOR_KEY
             serve --help       print this
      Everything else is set by environment variables; README.md lists them.\
      """;

  private Main() {}

  /** Starts the application, or does what the only argument says. */
  public static void main(String[] arguments) {
    switch (String.join(" ", List.of(arguments))) {
      case "" -> start(StartMode.NORMAL);
      case "--fresh" -> start(StartMode.FRESH);
      case "new-key" -> OUT.println(ApiKeyText.create("live", new SecureRandom()).text());
      case "--help", "-h", "help" -> OUT.println(USAGE);
      default -> {
        ERR.println(USAGE);
        System.exit(MISUSED);
      }
    }
  }

  private static void start(StartMode mode) {
    try {
      OrdersConfig config = OrdersConfig.fromEnv(System.getenv());
      LogSetup.apply(config.logging());
      Server.run(config, mode);
    } catch (ConfigRefused | ApplicationUnavailable | JavalinBindException e) {
      LOG.debug("not started", e);
      ERR.println(e.getMessage());
      System.exit(REFUSED);
    } catch (RuntimeException | Error e) {
      LOG.error("not started", e);
      System.exit(REFUSED);
    }
  }
}
