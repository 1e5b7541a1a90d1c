package io.storefront.reliability.simulation;

import io.storefront.app.problem.Refused;
import io.storefront.orders.PortUnavailable;
import io.storefront.reliability.baton.Baton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Asks for one thing, and asks again with the same key as long as it heard nothing clear. */
final class Client {
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

  private final Wish wish;
  private final List<Node> nodes;
  private final Baton baton;
  private final History history;
  private final Trace trace;

  Client(Wish wish, List<Node> nodes, Baton baton, History history, Trace trace) {
    this.wish = wish;
    this.nodes = nodes;
    this.baton = baton;
    this.history = history;
    this.trace = trace;
  }

  /** Asks until it hears something clear, or has no patience any more. */
  void live() {
    for (int turn = 0; turn < wish.tries(); turn++) {
      Reply reply = ask(turn + wish.node());
      if (reply.isFinal()) {
        return;
      }
      baton.sleep((reply.isPending() ? RETRY_AFTER : PAUSE).multipliedBy(turn + 1L));
    }
  }

  /** Asks once; of whom depends on the turn. */
  Reply ask(int turn) {
    Duration before = baton.elapsed();
    trace.note(baton.current().name() + " asks");
    Reply reply = reply(nodes.get(turn % nodes.size()).process());
    trace.note(baton.current().name() + " hears " + reply.word());
    history.add(
        new History.Heard(baton.current().name(), wish, reply, baton.elapsed().minus(before)));
    return reply;
  }

  private Reply reply(Optional<Process> process) {
    try {
      return process.map(it -> Reply.of(it.door().place(wish))).orElse(Reply.UNSURE);
    } catch (Refused refused) {
      return Reply.of(refused.problem());
    } catch (PortUnavailable | Crash nobodyKnows) {
      return Reply.UNSURE;
    }
  }
}
