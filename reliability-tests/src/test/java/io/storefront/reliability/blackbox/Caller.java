package io.storefront.reliability.blackbox;

import io.storefront.app.testkit.ApiAnswer;
import io.storefront.app.testkit.ApiCall;
import io.storefront.wiring.demo.DemoKeys;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Places orders, reads, lists and cancels them, and never asks again: whatever is not answered as
 * it should be is a failure. Run by one thread.
 */
final class Caller implements Runnable {
  static final String SKU = "ROLL-1";
  private static final Set<Integer> MADE = Set.of(201, 202);
  private static final Set<Integer> SHOWN = Set.of(200);

  private final String name;
  private final Door door;
  private final SplittableRandom random;
  private final Calls calls;
  private volatile boolean isOver;

  Caller(String name, Door door, SplittableRandom random, Calls calls) {
    this.name = name;
    this.door = door;
    this.random = random;
    this.calls = calls;
  }

  /** Lets it finish what it is at. */
  void leave() {
    isOver = true;
  }

  @Override
  public void run() {
    try {
      for (int n = 0; !isOver; n++) {
        shop("roll-%s-%d".formatted(name, n));
        Thread.sleep(random.nextInt(50, 200));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void shop(String reference) {
    String token = random.nextInt(5) == 0 ? "tok_slow" : "tok_approve";
    Wish wish = new Wish(reference, reference, Map.of(SKU, 1), token);
    String placed = asked("create", wish.call(), MADE);
    if (placed.isEmpty()) {
      return;
    }
    String order = "/v1/orders/" + placed;
    calls.ends(placed, "CONFIRMED");
    asked("read", ApiCall.get(order), SHOWN);
    asked("list", ApiCall.get("/v1/orders?limit=5"), SHOWN);
    if (random.nextInt(3) == 0) {
      ApiCall cancel =
          ApiCall.of("POST", order + "/cancellations")
              .withKey("cancel-" + reference)
              .withText("{\"reason\":\"CUSTOMER_REQUEST\"}");
      asked("cancel", cancel, MADE);
      calls.ends(placed, "CANCELLED");
    }
  }

  /** The id of what was made or shown; empty when the answer is not one that should be. */
  private String asked(String what, ApiCall call, Set<Integer> expected) {
    return door.send(call.with("Authorization", "Bearer " + DemoKeys.AURORA))
        .map(answer -> heard(what, call, answer, expected))
        .orElseGet(
            () -> {
              calls.fails(what, call.target() + ": no answer");
              return "";
            });
  }

  private String heard(String what, ApiCall call, ApiAnswer answer, Set<Integer> expected) {
    if (expected.contains(answer.status())) {
      calls.succeeds(what);
      return answer.json().path("id").asString("");
    }
    calls.fails(what, call.target() + ": " + answer);
    return "";
  }

  /** What became of all of them. Thread-safe. */
  record Calls(Queue<String> failures, Queue<String> successes, Map<String, String> ends) {
    static Calls none() {
      return new Calls(
          new ConcurrentLinkedQueue<>(), new ConcurrentLinkedQueue<>(), new ConcurrentHashMap<>());
    }

    void fails(String what, String how) {
      System.out.println("rolling: failed: " + what + " " + how);
      failures.add(what + " " + how);
    }

    void succeeds(String what) {
      successes.add(what);
    }

    void ends(String order, String status) {
      ends.put(order, status);
    }

    /** What was asked for that often. */
    long count(String what) {
      return List.copyOf(successes).stream().filter(what::equals).count();
    }
  }
}
