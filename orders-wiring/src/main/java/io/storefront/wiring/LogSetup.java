package io.storefront.wiring;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.spi.ContextAwareBase;
import java.util.List;
import net.logstash.logback.encoder.LogstashEncoder;
import org.slf4j.LoggerFactory;

/**
 * Sets logging up without a file to be searched for and parsed. Logback finds this class as a
 * service and gets the defaults; {@link #apply} then makes it what the configuration says.
 */
public final class LogSetup extends ContextAwareBase implements Configurator {
  /** Line breaks in messages are shown as such, so that nobody can forge a line. */
  private static final String LINE =
      "%d{HH:mm:ss.SSS} %-5level %logger{0}: %replace(%msg){'[\\r\\n]+', ' | '} %kvp%n%ex";

  /** Of these nothing below warnings is shown: it would be much, or what a message holds. */
  private static final List<String> CHATTY =
      List.of(
          "org.eclipse.jetty",
          "io.javalin",
          "com.zaxxer.hikari",
          "org.flywaydb",
          "io.zonky",
          "software.amazon.awssdk");

  /** For logback, which finds it as a service. */
  public LogSetup() {}

  @Override
  public ExecutionStatus configure(LoggerContext loggers) {
    setUp(loggers, LogFormat.TEXT, LogLevel.INFO);
    return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
  }

  /** From now on the log looks like this. */
  public static void apply(OrdersConfig.Logging logging) {
    if (LoggerFactory.getILoggerFactory() instanceof LoggerContext loggers) {
      loggers.reset();
      setUp(loggers, logging.format(), logging.level());
    }
  }

  private static void setUp(LoggerContext loggers, LogFormat format, LogLevel level) {
    ConsoleAppender<ILoggingEvent> console = new ConsoleAppender<>();
    console.setContext(loggers);
    console.setEncoder(encoder(loggers, format));
    console.start();
    Logger root = loggers.getLogger(Logger.ROOT_LOGGER_NAME);
    root.setLevel(Level.toLevel(level.name()));
    root.addAppender(console);
    CHATTY.forEach(name -> loggers.getLogger(name).setLevel(Level.WARN));
    // Tells of every broken request, in the words of whoever sent it.
    loggers.getLogger("org.eclipse.jetty.http").setLevel(Level.ERROR);
  }

  private static Encoder<ILoggingEvent> encoder(LoggerContext loggers, LogFormat format) {
    if (format == LogFormat.JSON) {
      LogstashEncoder json = new LogstashEncoder();
      json.setContext(loggers);
      json.start();
      return json;
    }
    PatternLayoutEncoder text = new PatternLayoutEncoder();
    text.setContext(loggers);
    text.setPattern(LINE);
    text.start();
    return text;
  }
}
