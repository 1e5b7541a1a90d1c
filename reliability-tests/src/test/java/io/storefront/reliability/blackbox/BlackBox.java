package io.storefront.reliability.blackbox;

import io.storefront.adapters.testkit.OwnServer;
import io.storefront.adapters.testkit.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Two servers and a database of their own under load, while a plan is carried out on them. The
 * servers have ended when a run is over; the database is there until this is closed. Whatever was
 * started ends with the JVM, too.
 */
final class BlackBox implements AutoCloseable {
  /** Without which a run has not met everything. */
  static final List<String> EVERY_ANSWER =
      List.of(
          "order: 201",
          "order: 202",
          "order: 402 payment-declined",
          "order: 409 insufficient-inventory",
          "order: no answer");

  private static final long MEET_WITHIN_MILLIS = 60_000;

  private final Plan plan;
  private final Path directory;
  private final OwnServer server = OwnServer.start();
  private final TestDatabase database = server.createDatabase();
  private final Ledger ledger = new Ledger(database.dataSource());
  private final History history = new History();
  private final Http http = new Http();
  private final List<Node> nodes = new ArrayList<>();
  private final Thread atExit = new Thread(() -> nodes.forEach(Node::close));

  BlackBox(Plan plan) {
    this.plan = plan;
    try {
      this.directory = Files.createTempDirectory("blackbox");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Runtime.getRuntime().addShutdownHook(atExit);
  }

  /** When each order was taken, in milliseconds. */
  long[] successes() {
    return history.successes();
  }

  /** A connection to the database; the caller closes it. */
  Connection connect() throws SQLException {
    return database.dataSource().getConnection();
  }

  /** Carries out the plan, waits for quiet, and stops the servers. */
  Outcome run() throws IOException, InterruptedException {
    Program program = Program.in(directory);
    if (plan.isLong()) {
      Training.run(program, withDemo(), http);
    }
    nodes.add(new Node(program, withDemo()));
    nodes.add(new Node(program, variables()));
    nodes.parallelStream().forEach(node -> node.start(1));
    Goods.stockUp(nodes.getFirst(), http, history);
    ledger.beginDeadlocks();
    Nemesis nemesis = new Nemesis(plan, nodes, server, ledger);
    Crowd crowd = Crowd.gather(plan, nodes, http, history);
    try {
      nemesis.rage();
      awaitEveryAnswer();
    } finally {
      crowd.leave();
    }
    Settling.Quiet quiet = new Settling(history, http, ledger).settle(nodes);
    Evidence evidence = history.with(new Follower(http).toTheEnd(nodes.getFirst()));
    ledger.rememberDeadlocks();
    Life verify = new Life(program.start(variables(), "verify"));
    int verified = verify.exitCode();
    nodes.forEach(Node::close);
    return new Outcome(
        plan,
        evidence,
        nemesis.blows(),
        quiet,
        history.outcomes(),
        ledger.deadlocks(),
        verified,
        verify.lines().stream()
            .filter(line -> !line.startsWith("holds"))
            .collect(Collectors.joining("; ")));
  }

  /** A short run on a busy machine may have met too little when it is over. */
  private void awaitEveryAnswer() throws InterruptedException {
    long end = System.currentTimeMillis() + MEET_WITHIN_MILLIS;
    while (!history.outcomes().keySet().containsAll(EVERY_ANSWER)
        && System.currentTimeMillis() < end) {
      Thread.sleep(50);
    }
  }

  private Map<String, String> variables() {
    Map<String, String> variables = new HashMap<>();
    variables.put("DATABASE_URL", database.jdbcUrl());
    variables.put("DATABASE_USER", database.user());
    variables.put("DATABASE_PASSWORD", database.password());
    variables.put("MIGRATE_AT_START", "false");
    variables.put("PORT", "0");
    variables.put("TIME_BUDGET", "500ms");
    variables.put("LOG_LEVEL", "error");
    return variables;
  }

  private Map<String, String> withDemo() {
    Map<String, String> variables = new HashMap<>(variables());
    variables.put("DEMO_DATA", "true");
    return variables;
  }

  @Override
  public void close() throws IOException {
    nodes.forEach(Node::close);
    http.close();
    server.close();
    try (Stream<Path> all = Files.walk(directory)) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    }
    Runtime.getRuntime().removeShutdownHook(atExit);
  }
}
