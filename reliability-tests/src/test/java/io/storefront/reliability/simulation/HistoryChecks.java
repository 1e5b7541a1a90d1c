package io.storefront.reliability.simulation;

import io.storefront.app.answers.Answer;
import io.storefront.orders.Lifecycle;
import io.storefront.orders.Order;
import io.storefront.orders.OrderEvent;
import io.storefront.orders.OrderId;
import io.storefront.reliability.simulation.History.Heard;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** I6, I7, I8: what clients were told holds, for ever and once. */
final class HistoryChecks {
  /** The time budget, and what is spent beyond it on a last commit. */
  private static final Duration AT_MOST = Duration.ofSeconds(6);

  private final World world;
  private final Findings findings;

  HistoryChecks(World world, Findings findings) {
    this.world = world;
    this.findings = findings;
  }

  void check(List<Order> orders, Map<OrderId, Wish> owners) {
    Map<String, Order> byId = new LinkedHashMap<>();
    orders.forEach(order -> byId.put(order.id().value(), order));
    orders.forEach(this::answerIsStored);
    once(orders);
    for (Heard heard : world.history.all()) {
      told(heard, heard.reply().order().map(byId::get), owners);
      inTime(heard);
    }
    for (String key : keys()) {
      sameForEver(key, owners);
    }
  }

  private void told(Heard heard, Optional<Order> order, Map<OrderId, Wish> owners) {
    Reply reply = heard.reply();
    String what = heard.who() + " heard " + reply.word() + " of " + reply.order();
    if (reply.isPlaced()) {
      findings.require(heard.wish().mayStand(), "I6", what + " though it should be refused");
      findings.require(
          order.filter(this::everConfirmed).isPresent(), "I6", what + " which never stood");
      findings.require(
          reply.body().contains("\"status\":\"CONFIRMED\""), "I6", what + " otherwise");
      findings.require(
          order.map(Order::id).map(owners::get).filter(heard.wish()::isSameAs).isPresent(),
          "I6",
          what + " which is somebody else's");
    }
    if (reply.isKnown()) {
      findings.require(
          order.map(Order::id).map(owners::get).filter(heard.wish()::wantsTheSameAs).isPresent(),
          "I7",
          what + " which is for something else");
    }
    if (reply.isPending()) {
      findings.require(order.isPresent(), "I6", what + " which does not exist");
    }
    if (reply.isStoredRefusal()) {
      findings.require(
          order.isPresent() && order.filter(this::everConfirmed).isEmpty(),
          "I6",
          what + " which stands all the same");
    }
    if (heard.who().equals(World.LAST)) {
      findings.require(
          reply.isFinal() || order.filter(LifeChecks::waitsForAPerson).isPresent(),
          "I9",
          heard.who() + " still hears " + reply.word() + " at the end");
    }
  }

  private void sameForEver(String key, Map<OrderId, Wish> owners) {
    List<Reply> replies =
        world.history.all().stream()
            .filter(heard -> heard.wish().key().equals(key))
            .map(Heard::reply)
            .toList();
    Set<String> bodies =
        replies.stream().filter(Reply::isStored).map(Reply::body).collect(Collectors.toSet());
    findings.require(bodies.size() <= 1, "I8", key + " was answered in different words: " + bodies);
    Set<String> named = new TreeSet<>();
    replies.stream()
        .filter(reply -> reply.isStored() || reply.isPending())
        .forEach(reply -> named.add(reply.order().orElse("none")));
    findings.require(named.size() <= 1, "I8", key + " was told of several orders: " + named);
    long mine = owners.values().stream().filter(wish -> wish.key().equals(key)).count();
    findings.require(mine <= 1, "I7", key + " has placed " + mine + " orders");
  }

  private void once(List<Order> orders) {
    Map<String, OrderId> references = new LinkedHashMap<>();
    for (Order order : orders) {
      if (order.terms().reference().isPresent() && order.status() != Lifecycle.REJECTED) {
        OrderId other = references.put(order.terms().reference().get().value(), order.id());
        findings.require(other == null, "I7", order.id() + " has the reference of " + other);
      }
    }
  }

  /** Whoever asks again gets the answer that was stored with the end, and it tells of this end. */
  private void answerIsStored(Order order) {
    Optional<Answer> answer = world.storage.answerOf(order.id());
    findings.require(
        answer.isPresent() || LifeChecks.waitsForAPerson(order),
        "R7",
        order.id() + " ended without a stored answer");
    answer.ifPresent(
        it ->
            findings.require(
                (it.status() == 201) == everConfirmed(order),
                "I6",
                order.id() + " is " + order.status() + ", its stored answer " + it.status()));
  }

  private boolean everConfirmed(Order order) {
    return world.storage.orders().journal(order.id()).stream()
        .anyMatch(event -> event.type() == OrderEvent.Type.CONFIRMED);
  }

  private void inTime(Heard heard) {
    boolean disturbed =
        world.plan.met().stream().anyMatch(fault -> fault.actor().equals(heard.who()));
    findings.require(
        disturbed || heard.took().compareTo(AT_MOST) <= 0,
        "budget",
        heard.who() + " waited " + heard.took());
  }

  private Set<String> keys() {
    return world.plot.wishes().stream()
        .map(Wish::key)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
