package io.storefront.reliability.simulation;

import io.storefront.orders.Order;
import io.storefront.orders.OrderId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Runs cases. */
final class Simulation {
  private Simulation() {}

  /**
   * How a run ended.
   *
   * @param settled how long each order took to its end once nothing was in its way any more
   * @param calls at which something could have gone wrong
   * @param trace empty unless wanted
   */
  record Result(
      List<Violation> violations,
      List<Duration> settled,
      List<Call> calls,
      Coverage coverage,
      List<String> trace) {
    boolean isSound() {
      return violations.isEmpty();
    }
  }

  static Result run(Case plot) {
    return run(plot, UnaryOperator.identity(), false);
  }

  static Result traced(Case plot) {
    return run(plot, UnaryOperator.identity(), true);
  }

  /**
   * One run.
   *
   * @param spoiling puts something wrong between the nodes and their neighbours
   */
  static Result run(Case plot, UnaryOperator<Ports> spoiling, boolean traced) {
    World world = new World(plot, spoiling, traced).run();
    Findings findings = world.findings;
    List<Order> orders = world.storage.orders().all();
    Map<OrderId, Wish> wishes = Owners.of(world);
    world.baton.failures().forEach(it -> findings.require(false, "unexpected", it.toString()));
    new LifeChecks(world, findings).check(orders);
    new StockChecks(world, findings).check(orders);
    new MoneyChecks(world, findings).check(orders, wishes);
    new EventChecks(world, findings).check(orders);
    new HistoryChecks(world, findings).check(orders, wishes);
    new DeedChecks(world, findings).check(orders);
    List<Duration> settled = Settled.of(world, wishes);
    settled.forEach(
        time ->
            findings.require(
                time.compareTo(Settled.AT_MOST) <= 0, "I9", "an order took " + time.toSeconds()));
    Census.count(world);
    return new Result(
        findings.all(), settled, world.plan.calls(), world.coverage, world.trace.lines());
  }
}
