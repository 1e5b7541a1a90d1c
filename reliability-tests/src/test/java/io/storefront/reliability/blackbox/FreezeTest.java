package io.storefront.reliability.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.storefront.adapters.testkit.OwnServer;
import io.storefront.adapters.testkit.TestDatabase;
import io.storefront.app.lambda.Schedule;
import io.storefront.app.testkit.ApiCall;
import io.storefront.app.testkit.GatewayEvent;
import io.storefront.wiring.OrdersApplication;
import io.storefront.wiring.OrdersConfig;
import io.storefront.wiring.StartMode;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Instances of the functions stand still and go on, again and again, while events flow. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "the runtime client is made for Linux")
@EnabledIfSystemProperty(
    named = "freeze.count",
    matches = "\\d+",
    disabledReason = "takes minutes; .ci/run runs it")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class FreezeTest {
  private static final Path HISTORY = Path.of("target", "freeze-history.txt");
  private static final int INSTANCES = 2;
  private static final String HEALTH = GatewayEvent.of(ApiCall.get("/health/ready")).toString();

  private final int count = Integer.getInteger("freeze.count");
  private final int shoppers = Integer.getInteger("freeze.shoppers", 4);
  private final long seed = Long.getLong("freeze.seed", System.nanoTime());
  private final OwnServer server = OwnServer.start();
  private final TestDatabase database = server.createDatabase();
  private final Scratch scratch = Scratch.create();
  private final List<Function> functions = new ArrayList<>();
  private final List<Function> all = new ArrayList<>();

  @BeforeEach
  void start() throws IOException {
    Map<String, String> variables = Variables.on(database.jdbcUrl());
    OrdersConfig demo = OrdersConfig.fromEnv(Variables.withDemo(variables));
    OrdersApplication.start(demo, StartMode.NORMAL).close();
    Path taskRoot = Program.in(scratch.directory()).taskRoot(scratch.directory());
    for (int i = 0; i < INSTANCES; i++) {
      Function function = Function.start(taskRoot, "ApiHandler", variables);
      functions.add(function);
      all.add(function);
    }
    all.add(Function.start(taskRoot, "SweepHandler", variables));
    functions.forEach(function -> function.invoke(HEALTH));
  }

  @AfterEach
  void close() {
    all.forEach(Function::close);
    scratch.close();
    server.close();
  }

  @Test
  void no_order_is_lost_when_functions_stand_still_and_go_on() throws Exception {
    System.out.println("freeze: seed " + seed);
    History history = new History();
    Ledger ledger = new Ledger(database.dataSource());
    Goods.stockUp(functions.getFirst(), history);
    ledger.beginDeadlocks();
    Function sweep = all.getLast();
    Frost frost = new Frost(functions, sweep, server, ledger, seed);
    Schedule schedule = Schedule.start(sweep::invoke);
    Crowd crowd = Crowd.gather(shoppers, seed, functions, history);
    try {
      frost.reign(count);
    } finally {
      crowd.leave();
    }
    Settling.Quiet quiet = new Settling(history, ledger).settle(functions);
    schedule.stop();
    ledger.rememberDeadlocks();
    Evidence evidence = history.with(new Follower().toTheEnd(functions.getFirst()));
    List<Violation> violations = Violation.in(evidence, books());
    report(frost.done(), history, quiet, violations);
    if (!violations.isEmpty()) {
      evidence.write(HISTORY);
    }

    assertThat(violations).isEmpty();
    assertThat(database.findingsWithSandbox()).isEmpty();
    assertThat(ledger.deadlocks()).as("I18").isZero();
    assertThat(quiet.millis()).as("I9: quiet").isNotNegative();
    assertThat(all).allMatch(Function::isAlive);
    metEnough(frost.done());
    assertThat(history.outcomes()).containsKeys("order: 201", "order: 202");
  }

  private Books books() throws Exception {
    try (Connection connection = database.dataSource().getConnection()) {
      return Books.read(connection);
    }
  }

  private void report(
      List<Frost.Freeze> done, History history, Settling.Quiet quiet, List<Violation> found)
      throws Exception {
    System.out.printf(
        "freeze: %d done, %d in the middle of an event, %d of them of a sweep, %d with a cut%n",
        done.size(),
        done.stream().filter(Frost.Freeze::isMiddle).count(),
        done.stream().filter(it -> it.isMiddle() && it.isSweep()).count(),
        done.stream().filter(Frost.Freeze::isCut).count());
    System.out.printf(
        "freeze: orders: %d pending at a freeze, %d of them finished by others, %d came"
            + " meanwhile%n",
        done.stream().mapToInt(Frost.Freeze::pending).sum(),
        done.stream().mapToInt(Frost.Freeze::finished).sum(),
        done.stream().mapToInt(Frost.Freeze::came).sum());
    history.outcomes().forEach((kind, n) -> System.out.println("freeze:   " + kind + ": " + n));
    System.out.println("freeze: orders stored: " + books().orders().size());
    System.out.println("freeze: ms, to quiet: " + quiet.millis());
    System.out.println("freeze: violations: " + found.size());
  }

  /** Freezes that met nobody at work show nothing. */
  private void metEnough(List<Frost.Freeze> done) {
    assertThat(done).hasSize(count);
    assertThat(done.stream().filter(Frost.Freeze::isMiddle).count())
        .as("in the middle of an event")
        .isGreaterThanOrEqualTo(count / 4);
    assertThat(done.stream().filter(it -> !it.isMiddle()).count())
        .as("between events")
        .isGreaterThanOrEqualTo(count / 10);
    assertThat(done.stream().mapToInt(Frost.Freeze::pending).sum())
        .as("orders that were PENDING at a freeze")
        .isGreaterThanOrEqualTo(count / 10);
    assertThat(done.stream().mapToInt(Frost.Freeze::finished).sum())
        .as("orders that others have finished")
        .isPositive();
    assertThat(done.stream().mapToInt(Frost.Freeze::came).sum())
        .as("orders that came meanwhile")
        .isPositive();
  }
}
