package common;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** A service that orders are placed with, as a process of its own. */
public final class Service implements AutoCloseable {
  private static final Duration START_WITHIN = Duration.ofSeconds(60);

  /** One that writes an AOT cache does so while it ends. */
  private static final int STOP_SECONDS = 120;

  private static final String AOT_CACHE = "-XX:AOTCache=";
  private static final Pattern JVM_FLAG = Pattern.compile("<jvmFlag>(.+)</jvmFlag>");

  private final Process process;
  private final InetSocketAddress address;

  private Service(Process process, InetSocketAddress address) {
    this.process = process;
    this.address = address;
  }

  /** The HTTP host with the flags that its image has, but without its AOT cache. */
  public static List<String> host(Path target) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    JVM_FLAG
        .matcher(Files.readString(target.resolveSibling("pom.xml")))
        .results()
        .map(flag -> flag.group(1))
        .filter(flag -> !flag.startsWith(AOT_CACHE))
        .forEach(command::add);
    command.addAll(List.of("-jar", target.resolve("orders-app-http.jar").toString()));
    return command;
  }

  /**
   * Starts it, and waits until it answers 200 on {@code /health/ready}.
   *
   * @param log what it says on the way
   */
  public static Service start(List<String> command, Map<String, String> environment, Path log)
      throws Exception {
    int port = freePort();
    ProcessBuilder builder = builder(command, environment);
    builder.environment().put("PORT", Integer.toString(port));
    Process process = builder.redirectOutput(log.toFile()).start();
    Service service = new Service(process, new InetSocketAddress("127.0.0.1", port));
    if (!service.isReadyInTime()) {
      service.close();
      throw new IllegalStateException(command + " does not start:\n" + Files.readString(log));
    }
    return service;
  }

  /** Runs it to its end, as a command. */
  public static Finished run(List<String> command, Map<String, String> environment)
      throws Exception {
    Process process = builder(command, environment).start();
    String said = new String(process.getInputStream().readAllBytes());
    return new Finished(process.waitFor(), said);
  }

  /** How a command ended. */
  public record Finished(int exitCode, String said) {}

  private static ProcessBuilder builder(List<String> command, Map<String, String> environment) {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().keySet().removeIf(name -> name.startsWith("DATABASE_"));
    builder.environment().put("LOG_FORMAT", "json");
    builder.environment().putAll(environment);
    return builder;
  }

  private boolean isReadyInTime() throws Exception {
    URI ready = URI.create("http://127.0.0.1:" + address.getPort() + "/health/ready");
    HttpRequest request = HttpRequest.newBuilder(ready).timeout(Duration.ofSeconds(5)).build();
    long end = System.nanoTime() + START_WITHIN.toNanos();
    try (HttpClient client = HttpClient.newHttpClient()) {
      while (process.isAlive() && System.nanoTime() < end) {
        try {
          if (client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
            return true;
          }
        } catch (IOException notYet) {
          // It is still starting.
        }
        TimeUnit.MILLISECONDS.sleep(5);
      }
    }
    return false;
  }

  public InetSocketAddress address() {
    return address;
  }

  /** Whether it does not end within a second: one that is about to refuses connections before. */
  public boolean goesOn() throws InterruptedException {
    return !process.waitFor(1, TimeUnit.SECONDS);
  }

  /** Microseconds of CPU that it has used. */
  public long micros() {
    return Proc.micros(process.pid());
  }

  /** Its resident memory, in MiB. */
  public long mebibytes() {
    return Proc.mebibytes(process.pid());
  }

  /** Tells its JVM to do something, with {@code jcmd}. */
  public void command(String... words) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString());
    command.add(Long.toString(process.pid()));
    command.addAll(List.of(words));
    Finished finished = run(command, Map.of());
    if (finished.exitCode() != 0) {
      throw new IllegalStateException(command + ":\n" + finished.said());
    }
  }

  @Override
  public void close() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
    }
  }

  /** A port that nobody listens on now. */
  public static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
