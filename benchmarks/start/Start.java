package start;

import common.Cleanup;
import io.storefront.adapters.embedded.EmbeddedDatabase;
import java.io.File;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How long the HTTP host takes from process start to its first 200 on /health/ready and to its
 * first placed order, on a database that is there already, side by side with a bare Javalin
 * program; and what memory it needs. Run it with benchmarks/start.sh.
 */
final class Start {
  private Start() {}

  public static void main(String[] args) throws Exception {
    Path host = Path.of(args[0]).toAbsolutePath();
    Cleanup cleanup = Cleanup.atTheEnd();
    Path work = cleanup.folder("start-benchmark");
    EmbeddedDatabase database = cleanup.add(EmbeddedDatabase.open(work.resolve("data"), false));
    String libraries = Jars.in(host.resolve("lib"));
    String hello = Jars.of("HelloJavalin", libraries, work) + File.pathSeparator + libraries;
    Program bare =
        new Program("bare", List.of("-cp", hello, "start.HelloJavalin"), Map.of(), false, work);
    List<String> jar = List.of("-jar", host.resolve("orders-app-http.jar").toString());
    Map<String, String> settings =
        Map.of(
            "DATABASE_URL", database.jdbcUrl(),
            "DATABASE_USER", database.user(),
            "DATABASE_PASSWORD", database.password());
    migrate(new Program("first", jar, with("DEMO_DATA", "true", settings), true, work));
    Program ours = new Program("host", jar, settings, true, work);
    new Comparison(bare, ours).run(Integer.parseInt(args[1]));
    Memory.print(ours, database);
    System.exit(0);
  }

  private static Map<String, String> with(String name, String value, Map<String, String> others) {
    Map<String, String> all = new HashMap<>(others);
    all.put(name, value);
    return all;
  }

  private static void migrate(Program first) throws Exception {
    try (Program.Running running = first.start(List.of(), List.of())) {
      running.times();
    }
  }
}
