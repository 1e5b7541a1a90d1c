package io.storefront.reliability.simulation;

import io.storefront.app.answers.Answer;
import io.storefront.app.answers.IdempotencyKey;
import io.storefront.app.answers.KeyedRequest;
import io.storefront.app.answers.RequestKey;
import io.storefront.orders.Actor;
import io.storefront.orders.Block;
import io.storefront.orders.Enclosure;
import io.storefront.orders.Order;
import io.storefront.orders.PortUnavailable;
import io.storefront.orders.Receipt;
import io.storefront.orders.Refusal;
import io.storefront.orders.act.OrderAct;
import io.storefront.orders.usecase.ActOnOrder.Command;
import io.storefront.orders.usecase.ActOnOrder.Outcome;
import io.storefront.reliability.baton.Baton;
import io.storefront.reliability.deed.Deed;
import io.storefront.reliability.simulation.History.Did;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Does what a task says, with a key for each deed, and asks again with that key as long as nothing
 * clear was heard.
 */
final class Clerk {
  private static final int TRIES = 6;
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final Task task;
  private final List<Node> nodes;
  private final Storage storage;
  private final Baton baton;
  private final History history;

  Clerk(Task task, List<Node> nodes, Storage storage, Baton baton, History history) {
    this.task = task;
    this.nodes = nodes;
    this.storage = storage;
    this.baton = baton;
    this.history = history;
  }

  void live() {
    for (int i = 0; i < task.deeds().size(); i++) {
      insist(task.deeds().get(i), task.actor() + "-" + (i + 1));
    }
  }

  private void insist(Deed deed, String name) {
    Optional<OrderAct<?>> act = Optional.empty();
    boolean unsure = false;
    for (int turn = 0; turn < TRIES; turn++) {
      Optional<Order> order = mine();
      if (act.isEmpty()) {
        act = order.flatMap(deed::on);
      }
      if (act.isPresent()) {
        Optional<Process> process = nodes.get((turn + task.node()) % nodes.size()).process();
        Did did = ask(deed, name, order.orElseThrow(), act.get(), process, unsure);
        history.add(did);
        if (did.isFinal()) {
          return;
        }
        unsure |= did.word().equals(Did.UNSURE);
      }
      baton.sleep(PAUSE);
    }
  }

  private Did ask(
      Deed deed,
      String name,
      Order seen,
      OrderAct<?> act,
      Optional<Process> process,
      boolean wasUnsure) {
    if (process.isEmpty()) {
      return new Did(name, deed, seen, Did.UNSURE, Optional.empty());
    }
    KeyedRequest request = request(name, act);
    try {
      // As whoever repeats a request has it looked up before anything else.
      if (wasUnsure && process.get().answers().find(request.key()).isPresent()) {
        return new Did(name, deed, seen, Did.DONE_BEFORE, Optional.empty());
      }
      Optional<Long> version =
          deed.namesAVersion() ? Optional.of(seen.version()) : Optional.empty();
      return heard(deed, name, seen, process.get().act(command(seen, version, act, name, request)));
    } catch (PortUnavailable | Crash nobodyKnows) {
      return new Did(name, deed, seen, Did.UNSURE, Optional.empty());
    }
  }

  /** Under which a deed is done. */
  static RequestKey key(String name) {
    return request(name, "").key();
  }

  private static KeyedRequest request(String name, Object act) {
    return KeyedRequest.of(
        Wish.STOREFRONT.value(),
        Storage.DEED,
        new IdempotencyKey(name),
        List.of(),
        act.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static <R> Command<R> command(
      Order seen, Optional<Long> version, OrderAct<R> act, String name, KeyedRequest request) {
    return new Command<>(
        seen.storefront(), seen.id(), version, act, new Actor("key:" + name), sealing(request));
  }

  private static <O> Receipt<O> sealing(KeyedRequest request) {
    return new Receipt<>() {
      @Override
      public Enclosure claim() {
        throw new IllegalStateException("an act is one commit");
      }

      @Override
      public Enclosure seal(O outcome) {
        return request.answered(new Answer(201, Map.of(), new byte[0]));
      }
    };
  }

  private static Did heard(Deed deed, String name, Order seen, Outcome<?> outcome) {
    String word =
        switch (outcome) {
          case Outcome.Done<?> yes -> Did.DONE;
          case Outcome.Unchanged<?> yes -> "unchanged";
          case Outcome.Refused<?>(Refusal no) -> mayStillCome(no) ? Did.NOT_YET : no.code();
          case Outcome.NotFound<?> no -> "not-found";
          case Outcome.Deleted<?> no -> "deleted";
          case Outcome.VersionConflict<?> no -> Did.CONFLICT;
          case Outcome.RequestTaken<?> no -> Did.DONE_BEFORE;
        };
    return new Did(name, deed, seen, word, Optional.of(outcome));
  }

  private static boolean mayStillCome(Refusal refusal) {
    return refusal instanceof Refusal.Blocked(var id, var status, List<Block> by)
        && by.contains(Block.ORDER_PENDING);
  }

  private Optional<Order> mine() {
    return storage.orders().all().stream()
        .filter(
            order ->
                storage.orders().journal(order.id()).stream()
                    .anyMatch(event -> event.actor().equals(new Actor("key:" + task.client()))))
        .findFirst();
  }
}
