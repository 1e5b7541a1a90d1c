package io.storefront.reliability.blackbox;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * Two servers on one database and the customers who shop there, from the servers' start to what was
 * heard and found. Whatever was started ends with the JVM, too.
 */
final class Shop implements AutoCloseable {
  private final Map<String, String> variables;
  private final Ledger ledger;
  private final Scratch scratch = Scratch.create();
  private final History history = new History();
  private final Http http = new Http();
  private final List<Node> nodes = new ArrayList<>();
  private final Thread atExit = new Thread(() -> nodes.forEach(Node::close));

  /**
   * What came of it when all was over.
   *
   * @param answers how often each kind of answer came
   * @param verified the exit code of {@code verify}, run as a command
   * @param verdict what it printed, but for what holds
   */
  record Closing(
      Evidence evidence,
      Settling.Quiet quiet,
      SortedMap<String, LongAdder> answers,
      int verified,
      String verdict) {}

  /** Asks this database itself what becomes of orders, and has servers reach it by this URL. */
  Shop(DataSource database, String jdbcUrl) {
    this.ledger = new Ledger(database);
    this.variables = Variables.on(jdbcUrl);
    Runtime.getRuntime().addShutdownHook(atExit);
  }

  List<Node> nodes() {
    return nodes;
  }

  History history() {
    return history;
  }

  Ledger ledger() {
    return ledger;
  }

  /** Starts the servers, and puts goods on the shelf; a training makes later starts quick. */
  Program open(boolean isTrained) throws IOException, InterruptedException {
    Program program = Program.in(scratch.directory());
    if (isTrained) {
      Training.run(program, Variables.withDemo(variables), http);
    }
    nodes.add(new Node(program, Variables.withDemo(variables), http));
    nodes.add(new Node(program, variables, http));
    nodes.parallelStream().forEach(node -> node.start(1));
    Goods.stockUp(nodes.getFirst(), history);
    ledger.beginDeadlocks();
    return program;
  }

  /** Customers who begin at once. */
  Crowd gather(int shoppers, long seed) {
    return Crowd.gather(shoppers, seed, nodes, history);
  }

  /** Waits for quiet, asks for everything again, looks, and stops the servers. */
  Closing settle(Program program) throws IOException, InterruptedException {
    Settling.Quiet quiet = new Settling(history, ledger).settle(nodes);
    Evidence evidence = history.with(new Follower().toTheEnd(nodes.getFirst()));
    ledger.rememberDeadlocks();
    Life verify = new Life(program.start(variables, "verify"));
    int verified = verify.exitCode();
    nodes.forEach(Node::close);
    return new Closing(
        evidence,
        quiet,
        history.outcomes(),
        verified,
        verify.lines().stream()
            .filter(line -> !line.startsWith("holds"))
            .collect(Collectors.joining("; ")));
  }

  @Override
  public void close() {
    nodes.forEach(Node::close);
    http.close();
    scratch.close();
    Runtime.getRuntime().removeShutdownHook(atExit);
  }
}
