package io.storefront.app.http;

import io.javalin.util.JavalinBindException;
import io.storefront.app.access.ApiKeyText;
import io.storefront.wiring.ApplicationUnavailable;
import io.storefront.wiring.ConfigRefused;
import io.storefront.wiring.DatabaseCheck;
import io.storefront.wiring.LogSetup;
import io.storefront.wiring.OrdersConfig;
import io.storefront.wiring.SchemaMigration;
import io.storefront.wiring.StartMode;
import java.io.PrintStream;
import java.security.SecureRandom;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;
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
             serve --production-like
                                from the sources: what the image runs, on DATABASE_URL
             serve migrate      bring the database up to date, and end
             serve verify       check the database, beside running servers
             serve repair       tell what of that can be put right; repair --apply does it
             serve new-key      print a new API key, for BOOTSTRAP_OPERATOR_KEY
             serve --help       print this
      Everything else is set by environment variables; README.md lists them.\
      """;

  private Main() {}

  /** Starts the application, or does what the only argument says. */
  public static void main(String[] arguments) {
    switch (String.join(" ", List.of(arguments))) {
      case "" -> with(REFUSED, config -> Server.run(config, StartMode.NORMAL));
      case "--fresh" -> with(REFUSED, config -> Server.run(config, StartMode.FRESH));
      case "migrate" -> with(REFUSED, config -> OUT.println(SchemaMigration.run(config)));
      case "verify" -> check(config -> DatabaseCheck.verify(config, OUT));
      case "repair" -> check(config -> DatabaseCheck.repair(config, false, OUT));
      case "repair --apply" -> check(config -> DatabaseCheck.repair(config, true, OUT));
      case "new-key" -> OUT.println(ApiKeyText.create("live", new SecureRandom()).text());
      case "--help", "-h", "help" -> OUT.println(USAGE);
      default -> {
        ERR.println(USAGE);
        System.exit(MISUSED);
      }
    }
  }

  /** Its exit code tells what was found. */
  private static void check(ToIntFunction<OrdersConfig> checking) {
    with(DatabaseCheck.NOT_RUN, config -> System.exit(checking.applyAsInt(config)));
  }

  private static void with(int failed, Consumer<OrdersConfig> doing) {
    try {
      OrdersConfig config = OrdersConfig.fromEnv(System.getenv());
      LogSetup.apply(config.logging());
      doing.accept(config);
    } catch (ConfigRefused | ApplicationUnavailable | JavalinBindException e) {
      LOG.debug("not done", e);
      ERR.println(e.getMessage());
      System.exit(failed);
    } catch (RuntimeException | Error e) {
      LOG.error("not done", e);
      System.exit(failed);
    }
  }
}
