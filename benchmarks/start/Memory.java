package start;

import common.Proc;
import io.storefront.adapters.embedded.EmbeddedDatabase;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import load.Load;

/** What memory the host has resident with a heap of at most 256 MiB, at rest and after orders. */
final class Memory {
  private static final int ORDERS = 20_000;
  private static final int CONNECTIONS = 8;
  private static final int REST_SECONDS = 10;
  private static final int MOST_ROUNDS = 300;
  private static final String AURORA = "oms_test_DemoAurora_PublishedWithTheDemoDataOfAurora3Ptj20";

  private Memory() {}

  static void print(Program host, EmbeddedDatabase database) throws Exception {
    try (var connection =
            DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
        var statement = connection.createStatement()) {
      statement.execute(Files.readString(Path.of("benchmarks/place/shop.sql")));
    }
    try (Program.Running running = host.start(List.of(), List.of("-Xmx256m"))) {
      running.times();
      TimeUnit.SECONDS.sleep(REST_SECONDS);
      System.out.printf("%nresident at rest %d MiB", Proc.mebibytes(running.pid()));
      Load load = new Load(new InetSocketAddress("127.0.0.1", running.port()), AURORA, 3, 1_000);
      int placed = 0;
      for (int round = 0; round < MOST_ROUNDS && placed < ORDERS; round++) {
        placed += load.run(CONNECTIONS, Duration.ofSeconds(1)).placed();
      }
      System.out.printf(", after %,d orders %d MiB%n", placed, Proc.mebibytes(running.pid()));
    }
  }
}
