package io.storefront.reliability.postgres;

import io.storefront.app.answers.Answer;
import io.storefront.app.answers.IdempotencyKey;
import io.storefront.app.answers.KeyedRequest;
import io.storefront.orders.Actor;
import io.storefront.orders.Block;
import io.storefront.orders.Enclosure;
import io.storefront.orders.Order;
import io.storefront.orders.OrderId;
import io.storefront.orders.PortUnavailable;
import io.storefront.orders.Receipt;
import io.storefront.orders.Refusal;
import io.storefront.orders.act.OrderAct;
import io.storefront.orders.usecase.ActOnOrder.Command;
import io.storefront.orders.usecase.ActOnOrder.Outcome;
import io.storefront.reliability.deed.Deed;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Does what a task says, each deed with a key of its own, until something clear is heard. */
final class Clerk {
  private static final int PAUSE_MILLIS = 60;
  private static final int TRIES = 12;

  private final Task task;
  private final String run;
  private final List<Node> nodes;
  private final Records records;
  private final History history;

  Clerk(Task task, String run, List<Node> nodes, Records records, History history) {
    this.task = task;
    this.run = run;
    this.nodes = nodes;
    this.records = records;
    this.history = history;
  }

  void work() throws InterruptedException {
    Thread.sleep(task.afterMillis());
    List<OrderId> orders = records.ids(run);
    if (orders.isEmpty()) {
      return;
    }
    OrderId order = orders.get(task.which() % orders.size());
    for (int i = 0; i < task.deeds().size(); i++) {
      insist(order, task.deeds().get(i), task.name() + "-" + (i + 1));
    }
  }

  private void insist(OrderId id, Deed deed, String name) throws InterruptedException {
    Optional<OrderAct<?>> act = Optional.empty();
    for (int turn = 0; turn < TRIES; turn++) {
      Order order = records.order(run, id);
      act = act.or(() -> deed.on(order));
      if (act.isPresent()) {
        Node node = nodes.get((turn + task.node()) % nodes.size());
        History.Did did = ask(node, deed, name, order, act.get());
        history.add(did);
        if (did.isFinal()) {
          return;
        }
      }
      Thread.sleep(PAUSE_MILLIS);
    }
  }

  private History.Did ask(Node node, Deed deed, String name, Order seen, OrderAct<?> act) {
    KeyedRequest request =
        KeyedRequest.of(
            run,
            "deed",
            new IdempotencyKey(run + "-" + name),
            List.of(),
            act.toString().getBytes(StandardCharsets.UTF_8));
    try {
      // Whatever is asked for twice, by whoever heard nothing.
      return node.knows(request)
          ? History.Did.of(name, deed, seen, History.Did.DONE_BEFORE)
          : heard(name, deed, seen, node.act(command(deed, name, seen, act, request)));
    } catch (PortUnavailable nobodyKnows) {
      return History.Did.of(name, deed, seen, History.Did.UNSURE);
    }
  }

  private static <R> Command<R> command(
      Deed deed, String name, Order seen, OrderAct<R> act, KeyedRequest request) {
    return new Command<>(
        seen.storefront(),
        seen.id(),
        deed.namesAVersion() ? Optional.of(seen.version()) : Optional.empty(),
        act,
        new Actor("key:" + name),
        new Sealing<>(request));
  }

  private record Sealing<O>(KeyedRequest request) implements Receipt<O> {
    @Override
    public Enclosure claim() {
      throw new IllegalStateException("an act is one commit");
    }

    @Override
    public Enclosure seal(O outcome) {
      return request.answered(new Answer(201, Map.of(), new byte[0]));
    }
  }

  private static History.Did heard(String name, Deed deed, Order seen, Outcome<?> outcome) {
    return switch (outcome) {
      case Outcome.Done<?>(Order order, Object left) ->
          new History.Did(name, deed, seen.id().value(), History.Did.DONE, Optional.of(left));
      case Outcome.Unchanged<?>(Order order, Object left) ->
          new History.Did(name, deed, seen.id().value(), "unchanged", Optional.of(left));
      case Outcome.Refused<?>(Refusal no) -> History.Did.of(name, deed, seen, word(no));
      case Outcome.NotFound<?> no -> History.Did.of(name, deed, seen, "not-found");
      case Outcome.Deleted<?> no -> History.Did.of(name, deed, seen, "deleted");
      case Outcome.VersionConflict<?> no -> History.Did.of(name, deed, seen, History.Did.CONFLICT);
      case Outcome.RequestTaken<?> no -> History.Did.of(name, deed, seen, History.Did.DONE_BEFORE);
    };
  }

  private static String word(Refusal refusal) {
    boolean mayStillCome =
        refusal instanceof Refusal.Blocked(var id, var status, List<Block> by)
            && by.contains(Block.ORDER_PENDING);
    return mayStillCome ? History.Did.NOT_YET : refusal.code();
  }
}
