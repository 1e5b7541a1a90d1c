import io.storefront.adapters.embedded.EmbeddedDatabase;
import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.tools.ToolProvider;

/**
 * How long the HTTP host takes from process start to its first 200 on /health/ready, on a database
 * that is there already, side by side with a bare Javalin program. Run it with benchmarks/start.sh.
 */
final class Start {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();

  private final Path java = Path.of(System.getProperty("java.home"), "bin", "java");
  private final Path host;
  private final Path work;

  private Start(Path host, Path work) {
    this.host = host;
    this.work = work;
  }

  public static void main(String[] args) throws Exception {
    int runs = Integer.parseInt(args[1]);
    Path work = Files.createTempDirectory("start-benchmark");
    Start start = new Start(Path.of(args[0]).toAbsolutePath(), work);
    try (EmbeddedDatabase database = EmbeddedDatabase.open(work.resolve("data"), false)) {
      start.compare(database, runs);
    } finally {
      try (var files = Files.walk(work)) {
        files.sorted(Collections.reverseOrder()).map(Path::toFile).forEach(File::delete);
      }
    }
  }

  private void compare(EmbeddedDatabase database, int runs) throws Exception {
    List<String> hello = hello();
    List<String> app =
        List.of(java.toString(), "-jar", host.resolve("orders-app-http.jar").toString());
    Map<String, String> settings =
        Map.of(
            "DATABASE_URL", database.jdbcUrl(),
            "DATABASE_USER", database.user(),
            "DATABASE_PASSWORD", database.password());
    List<Double> floor = new ArrayList<>();
    List<Double> ours = new ArrayList<>();
    List<Double> ratios = new ArrayList<>();
    for (int run = 0; run <= runs; run++) {
      int port = freePort();
      List<String> command = new ArrayList<>(hello);
      command.add(Integer.toString(port));
      double bare = millis(command, Map.of(), port);
      port = freePort();
      Map<String, String> environment = new java.util.HashMap<>(settings);
      environment.put("PORT", Integer.toString(port));
      double full = millis(app, environment, port);
      if (run == 0) {
        continue; // the first run migrates the database and fills the file cache
      }
      floor.add(bare);
      ours.add(full);
      ratios.add(full / bare);
      System.out.printf(
          "run %2d   bare %5.0f ms   host %5.0f ms   ratio %.2f%n", run, bare, full, full / bare);
    }
    System.out.printf(
        "median   bare %5.0f ms   host %5.0f ms   ratio %.2f%n",
        median(floor), median(ours), median(ratios));
  }

  private List<String> hello() throws IOException {
    Path classes = Files.createDirectories(work.resolve("classes"));
    String path = host.resolve("lib") + File.separator + "*";
    int result =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                null,
                "-cp",
                classPath(),
                "-d",
                classes.toString(),
                "benchmarks/start/HelloJavalin.java");
    if (result != 0) {
      throw new IllegalStateException("HelloJavalin does not compile");
    }
    return List.of(java.toString(), "-cp", classes + File.pathSeparator + path, "HelloJavalin");
  }

  private String classPath() throws IOException {
    try (var jars = Files.list(host.resolve("lib"))) {
      return String.join(File.pathSeparator, jars.map(Path::toString).toList());
    }
  }

  private double millis(List<String> command, Map<String, String> environment, int port)
      throws Exception {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.redirectOutput(work.resolve("last.log").toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("DATABASE_"));
    builder.environment().putAll(environment);
    HttpRequest ready =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/health/ready"))
            .timeout(Duration.ofSeconds(5))
            .build();
    long begin = System.nanoTime();
    Process process = builder.start();
    try {
      while (!answers(ready)) {
        if (!process.isAlive() || System.nanoTime() - begin > PATIENCE.toNanos()) {
          throw new IllegalStateException(Files.readString(work.resolve("last.log")));
        }
        Thread.sleep(5);
      }
      return (System.nanoTime() - begin) / 1e6;
    } finally {
      process.destroy();
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    }
  }

  private static boolean answers(HttpRequest request) throws InterruptedException {
    try {
      return CLIENT.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    }
  }

  private static double median(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    return sorted.get(sorted.size() / 2);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
