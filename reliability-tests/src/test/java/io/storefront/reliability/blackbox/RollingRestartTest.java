package io.storefront.reliability.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.storefront.adapters.testkit.OwnServer;
import io.storefront.adapters.testkit.TestDatabase;
import io.storefront.app.testkit.ApiAnswer;
import io.storefront.app.testkit.ApiCall;
import io.storefront.reliability.balancer.Balancer;
import io.storefront.reliability.balancer.HealthCheck;
import java.net.URI;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Two servers behind a balancer, replaced one after the other while clients ask. */
@EnabledIfSystemProperty(
    named = "rolling.cycles",
    matches = "\\d+",
    disabledReason = "takes minutes; .ci/run runs it")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RollingRestartTest {
  private static final HealthCheck CHECK =
      new HealthCheck("/health/ready", Duration.ofMillis(200), Duration.ofSeconds(5), 2, 3);

  /** What the task definition in docs/deploying.md leaves a task for its end. */
  private static final long STOP_WITHIN_MILLIS = 30_000;

  private final Roll roll = Roll.fromProperties();
  private final OwnServer server = OwnServer.start();
  private final TestDatabase database = server.createDatabase();
  private final Scratch scratch = Scratch.create();
  private final Http http = new Http(Duration.ofSeconds(30));

  @AfterEach
  void close() {
    http.close();
    scratch.close();
    server.close();
  }

  @Test
  void no_request_fails_while_servers_are_replaced() throws Exception {
    Program program = Program.in(scratch.directory());
    Map<String, String> variables = roll.variables(Variables.on(database.jdbcUrl()));
    if (roll.cycles() > 1) {
      Training.run(program, Variables.withDemo(variables), http);
    }
    Caller.Calls calls = Caller.Calls.none();
    try (Balancer balancer = Balancer.start(CHECK);
        Fleet fleet = new Fleet(program, variables, balancer, roll.seed())) {
      fleet.add(Variables.withDemo(variables));
      fleet.add(variables);
      Door door = door(balancer.address());
      stockUp(door);
      load(fleet, door, calls);
      Ledger ledger = new Ledger(database.dataSource());
      var quiet = new Settling(new History(), ledger).settle(List.of());
      Life verify = new Life(program.start(variables, "verify"));
      int verified = verify.exitCode();

      report(fleet, calls);
      assertThat(calls.failures()).isEmpty();
      assertThat(balancer.failures()).isEmpty();
      assertThat(quiet.millis()).as("I9: quiet").isNotNegative();
      assertThat(verified).as("%s", verify.lines()).isZero();
      holdsWhatWasSaid(calls);
      metEnough(fleet.endings(), calls);
    }
  }

  private void load(Fleet fleet, Door door, Caller.Calls calls) throws Exception {
    SplittableRandom random = new SplittableRandom(roll.seed());
    List<Caller> callers = new ArrayList<>();
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < roll.callers(); i++) {
      Caller caller = new Caller(Integer.toString(i), door, random.split(), calls);
      callers.add(caller);
      threads.add(Thread.ofPlatform().daemon().start(caller));
    }
    try {
      for (int cycle = 0; cycle < roll.cycles(); cycle++) {
        fleet.replace(roll, roll.manner(cycle));
        fleet.replace(roll, roll.manner(cycle));
        System.out.printf("rolling: cycle %d: %d failed%n", cycle + 1, calls.failures().size());
      }
    } finally {
      callers.forEach(Caller::leave);
      for (Thread thread : threads) {
        thread.join();
      }
    }
  }

  private void report(Fleet fleet, Caller.Calls calls) {
    System.out.println("rolling: seed " + roll.seed());
    for (String what : List.of("create", "read", "list", "cancel")) {
      System.out.printf("rolling: %s: %d answered%n", what, calls.count(what));
    }
    System.out.println("rolling: failed: " + calls.failures().size());
    List<Fleet.Ending> endings = fleet.endings();
    System.out.printf(
        "rolling: %d servers ended; in flight at the signal %d, served after it %d, last words"
            + " %d%n",
        endings.size(),
        endings.stream().mapToInt(Fleet.Ending::inFlight).sum(),
        endings.stream().mapToInt(Fleet.Ending::served).sum(),
        endings.stream().mapToInt(Fleet.Ending::lastWords).sum());
    System.out.println(
        "rolling: ms, the signal to the end: "
            + new Spread(endings.stream().mapToLong(Fleet.Ending::millis)));
  }

  private void holdsWhatWasSaid(Caller.Calls calls) throws Exception {
    try (Connection connection = database.dataSource().getConnection()) {
      Map<String, Books.Row> orders = Books.read(connection).orders();
      assertThat(calls.ends())
          .allSatisfy((id, status) -> assertThat(orders.get(id).status()).isEqualTo(status));
    }
  }

  /** A run in which nothing was under way when servers were told to end shows nothing. */
  private void metEnough(List<Fleet.Ending> endings, Caller.Calls calls) {
    assertThat(endings).hasSize(2 * roll.cycles());
    assertThat(endings)
        .allSatisfy(
            ending -> {
              assertThat(ending.exitCode()).isZero();
              assertThat(ending.millis()).isLessThan(STOP_WITHIN_MILLIS);
              assertThat(ending.served()).as("served").isGreaterThanOrEqualTo(ending.inFlight());
              assertThat(ending.lastWords() > 0)
                  .as("connections closed in words")
                  .isEqualTo(ending.served() > 0);
            });
    assertThat(endings.stream().filter(ending -> ending.inFlight() > 0).count())
        .as("servers that were told to end in the middle of a request")
        .isGreaterThanOrEqualTo(endings.size() / 2);
    for (String what : List.of("create", "read", "list", "cancel")) {
      assertThat(calls.count(what)).as(what).isGreaterThan(roll.cycles());
    }
  }

  private Door door(URI address) {
    AtWork atWork = new AtWork();
    return new Door() {
      @Override
      public Optional<ApiAnswer> send(ApiCall call) {
        return http.send(address, call);
      }

      @Override
      public AtWork atWork() {
        return atWork;
      }
    };
  }

  private static void stockUp(Door door) {
    Goods.make(door, Caller.SKU);
    Adjustment plenty = new Adjustment("stock-" + Caller.SKU, Caller.SKU, 1_000_000);
    assertThat(door.send(plenty.call()).map(ApiAnswer::status)).contains(201);
  }
}
