package io.storefront.reliability.simulation;

import io.storefront.orders.CustomerSnapshot;
import io.storefront.orders.Policies;
import io.storefront.orders.port.OrderIds;
import io.storefront.orders.testkit.InMemoryCatalog;
import io.storefront.orders.testkit.InMemoryCustomerLookup;
import io.storefront.orders.testkit.InMemoryOrders;
import io.storefront.orders.testkit.InMemoryStock;
import io.storefront.reliability.baton.Baton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** Two nodes, their neighbours and their clients, as a case wants them. */
final class World {
  private static final int MAX_TURNS = 30_000;

  /** An audit may place what was never placed, and that may fail, so that another may be placed. */
  private static final int MAX_AUDITS = 6;

  /** Far longer than anything may take, with a deadline in between. */
  private static final Duration PATIENCE = Duration.ofMinutes(40);

  /** Whoever asks last, when nothing can be under way any more. */
  static final String LAST = "last auditor";

  final Case plot;
  final Baton baton;
  final Trace trace;
  final Coverage coverage = new Coverage();
  final History history = new History();
  final InMemoryStock stock = new InMemoryStock();
  final Storage storage;
  final Provider provider;
  final Bus bus;
  final Plan plan;
  final Findings findings = new Findings();
  private final Skies skies;
  private final InMemoryCustomerLookup customers = new InMemoryCustomerLookup();
  private final InMemoryCatalog catalog = new InMemoryCatalog();
  private final List<Node> nodes = new ArrayList<>();
  private final List<Baton.Actor> runners = new ArrayList<>();
  private final List<Baton.Actor> relays = new ArrayList<>();
  private final UnaryOperator<Ports> spoiling;
  private final OrderIds ids;
  private long lastId;
  private boolean ranOut;

  World(Case plot, UnaryOperator<Ports> spoiling, boolean traced) {
    this.plot = plot;
    this.spoiling = spoiling;
    this.baton = new Baton(new SplittableRandom(plot.seed()), plot.picking(), MAX_TURNS);
    this.trace = new Trace(baton, traced);
    this.skies = new Skies(plot.wishes(), coverage);
    this.storage =
        new Storage(
            plot.wiring() == Wiring.REMOTE
                ? new InMemoryOrders(baton)
                : new InMemoryOrders(baton, stock),
            baton);
    this.provider = new Provider(baton, skies, new SplittableRandom(~plot.seed()));
    this.bus =
        new Bus(
            baton,
            plot.bus().orElseGet(List::of),
            event -> event.sequence() <= storage.journal().last(event.order()),
            coverage);
    this.plan = new Plan(plot.faults());
    this.ids = OrderIds.from(() -> new UUID(0x7000L, ++lastId));
  }

  /** Lets everything happen, to the end; nobody is at work any more afterwards. */
  World run() {
    furnish();
    baton.runAtMost(plot.healsAfter().plus(PATIENCE));
    baton.run();
    // Whoever asks again now, after everything, hears how it ended, and hears it again.
    boolean answered = false;
    for (int i = 0; i < MAX_AUDITS && !answered; i++) {
      int before = history.all().size();
      askAll("auditor");
      answered = history.all().stream().skip(before).allMatch(heard -> heard.reply().isFinal());
    }
    askAll(LAST);
    ranOut = baton.ranOut();
    baton.close();
    return this;
  }

  /** Whether it never came to rest. */
  boolean ranOut() {
    return ranOut;
  }

  private void furnish() {
    for (Goods goods : Goods.values()) {
      catalog.offer(goods.sku, "Name of " + goods, goods.price);
      stock.receive(goods.sku, plot.shelf().getOrDefault(goods, 0));
    }
    customers.allow(
        Wish.STOREFRONT,
        new CustomerSnapshot(Wish.CUSTOMER, "Ada", "ada@example.com", Optional.empty()));
    for (Duration skew : plot.skew()) {
      start(node(skew));
    }
    storage.onDue(this::wakeRunners);
    storage.journal().onDue(this::wakeRelays);
    for (Wish wish : plot.wishes()) {
      baton.start(wish.client(), wish.startIn(), client(wish)::live);
    }
    for (Task task : plot.tasks()) {
      baton.start(task.actor(), task.startIn(), clerk(task)::live);
    }
    baton.after(plot.healsAfter(), this::heal);
  }

  private void start(Node node) {
    char name = (char) ('A' + nodes.size());
    SplittableRandom random = new SplittableRandom(plot.seed() + nodes.size());
    nodes.add(node);
    Runner runner = new Runner(node, storage::untilDue, World::runDueWork, baton, random);
    runners.add(baton.start("runner-" + name, Duration.ZERO, runner::live));
    if (plot.bus().isPresent()) {
      Runner relay = new Runner(node, storage.journal()::untilDue, Process::relay, baton, random);
      relays.add(baton.start("relay-" + name, Duration.ZERO, relay::live));
    }
  }

  private void heal() {
    trace.note("everything heals");
    skies.heal();
    plan.heal();
    bus.heal();
  }

  private void askAll(String who) {
    baton.start(
        who, Duration.ofSeconds(1), () -> plot.wishes().forEach(wish -> client(wish).ask(0)));
    baton.runAtMost(PATIENCE);
    baton.run();
  }

  private Client client(Wish wish) {
    return new Client(wish, nodes, baton, history, trace);
  }

  private Clerk clerk(Task task) {
    return new Clerk(task, nodes, storage, baton, history);
  }

  private static boolean runDueWork(Process process) {
    process.runDueWork();
    return true;
  }

  private void wakeRelays() {
    storage.journal().untilDue().ifPresent(in -> relays.forEach(relay -> baton.wake(relay, in)));
  }

  private void wakeRunners() {
    storage.untilDue().ifPresent(in -> runners.forEach(runner -> baton.wake(runner, in)));
  }

  private Node node(Duration skew) {
    return new Node(
        baton,
        node ->
            new Process(
                node,
                process -> new Line(process, plan, baton, trace, coverage).to(neighbours()),
                ids,
                new NodeClock(baton, skew),
                new Policies(Policies.DEFAULT.timeBudget(), plot.deadline())
                    .capturing(plot.capture())));
  }

  private Ports neighbours() {
    Ports sound =
        new Ports(
            storage,
            storage,
            stock,
            new Witness(provider, storage, baton, findings),
            customers,
            catalog,
            storage,
            storage.journal(),
            storage.journal(),
            bus);
    return spoiling.apply(sound).with(new Epochs(storage, baton, findings));
  }
}
