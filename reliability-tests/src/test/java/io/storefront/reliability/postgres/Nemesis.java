package io.storefront.reliability.postgres;

import io.storefront.adapters.testkit.CommitFault;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes trouble as a schedule says, and counts what of it struck. Used by one thread. */
final class Nemesis {
  /** What is counted when a server may have committed and the node did not hear of it. */
  static final String LOST = "answer to a commit lost";

  private static final Duration DELAY = Duration.ofMillis(4);

  /** What every commit of an order contains, and no other. */
  private static final String OF_AN_ORDER = "INSERT INTO order_journal";

  private static final String OF_ANYTHING = "";

  private final List<Node> nodes;
  private final Records records;
  private final Tally tally;
  private final Map<Node, Trouble.Kind> planned = new HashMap<>();

  Nemesis(List<Node> nodes, Records records, Tally tally) {
    this.nodes = nodes;
    this.records = records;
    this.tally = tally;
  }

  void live(List<Trouble> troubles) throws InterruptedException {
    for (Trouble trouble : troubles) {
      Thread.sleep(trouble.pauseMillis());
      make(trouble, nodes.get(trouble.node()));
    }
  }

  /** From now on nothing goes wrong any more. */
  void heal() {
    for (Node node : nodes) {
      look(node);
      planned.remove(node);
      node.network.heal();
    }
  }

  private void make(Trouble trouble, Node node) {
    switch (trouble.kind()) {
      case LOSE_BEFORE -> lose(trouble, node, CommitFault.CUT_BEFORE, OF_AN_ORDER);
      case LOSE_WHILE -> lose(trouble, node, CommitFault.CUT_WHILE, OF_AN_ORDER);
      case LOSE_AFTER -> lose(trouble, node, CommitFault.CUT_AFTER, OF_AN_ORDER);
      case LOSE_ANY_AFTER -> lose(trouble, node, CommitFault.CUT_AFTER, OF_ANYTHING);
      case CUT -> {
        node.network.cut();
        struck(trouble.kind());
      }
      case TERMINATE -> {
        records.terminate();
        struck(trouble.kind());
      }
      case DELAY -> {
        node.network.latency(DELAY);
        struck(trouble.kind());
      }
    }
  }

  /** One at a time, so that it is known which has struck. */
  private void lose(Trouble trouble, Node node, CommitFault how, String fragment) {
    look(node);
    if (!planned.containsKey(node)) {
      planned.put(node, trouble.kind());
      node.network.onCommitOf(fragment, trouble.nth(), how);
    }
  }

  private void look(Node node) {
    if (planned.containsKey(node) && node.network.hasStruck()) {
      Trouble.Kind kind = planned.remove(node);
      struck(kind);
      if (kind != Trouble.Kind.LOSE_BEFORE) {
        tally.saw(LOST);
      }
    }
  }

  private void struck(Trouble.Kind kind) {
    tally.saw("trouble " + kind);
  }
}
