package io.storefront.reliability.blackbox;

import io.storefront.app.testkit.ApiAnswer;
import io.storefront.app.testkit.ApiCall;
import io.storefront.app.testkit.Json;
import io.storefront.reliability.blackbox.Evidence.Glance;
import io.storefront.wiring.demo.DemoKeys;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** Orders, looks, and counts stock, one thing after the other, through whichever door it meets. */
final class Shopper implements Runnable {
  private static final int TRIES = 60;

  private final String name;
  private final List<? extends Door> doors;
  private final History history;
  private final SplittableRandom random;
  private volatile boolean isOver;
  private int count;

  Shopper(String name, List<? extends Door> doors, History history, SplittableRandom random) {
    this.name = name;
    this.doors = doors;
    this.history = history;
    this.random = random;
  }

  /** Lets it finish what it is at. */
  void leave() {
    isOver = true;
  }

  @Override
  public void run() {
    try {
      while (!isOver) {
        if (random.nextInt(100) < 85) {
          shop();
        } else {
          adjust();
        }
        Thread.sleep(random.nextInt(30, 130));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void shop() throws InterruptedException {
    Wish wish = Wish.drawn("%s-%d".formatted(name, count++), random);
    Optional<Said> said = order(wish);
    if (said.isPresent() && random.nextInt(100) < 30) {
      look(wish, said.get());
    }
    if (said.isPresent() && random.nextInt(100) < 5) {
      order(wish.again());
    }
  }

  /** Comes again with the same key as long as nothing clear is said; some give up at once. */
  private Optional<Said> order(Wish wish) throws InterruptedException {
    history.asks(wish);
    boolean isPatient = random.nextInt(100) < 90;
    boolean isCurious = random.nextInt(100) < 30;
    for (int i = 0; i < TRIES; i++) {
      Optional<Said> said = ask(wish, any());
      boolean isClear = said.isPresent() && !said.get().isUnclear();
      if (!isPatient || (isClear && !(isCurious && said.get().isAccepted()))) {
        return isClear ? said : Optional.empty();
      }
      Thread.sleep(random.nextInt(50, 250));
    }
    return Optional.empty();
  }

  private Optional<Said> ask(Wish wish, Door door) {
    door.atWork().begin(wish);
    try {
      Optional<Said> said = door.send(wish.call()).map(Said::of);
      history.hears(wish, said);
      return said;
    } finally {
      door.atWork().end(wish);
    }
  }

  /** What was acknowledged can be seen at once, by its id and in the list. */
  private void look(Wish wish, Said said) {
    String expected =
        said.isConfirmed() ? "CONFIRMED" : said.isRefused() ? "REJECTED" : "PENDING or later";
    String order = said.order().orElse("");
    if (random.nextBoolean()) {
      get("/v1/orders/" + order)
          .filter(answer -> answer.status() == 200 || answer.status() == 404)
          .map(answer -> Json.read(answer.text()).path("status").asString(""))
          .ifPresent(status -> history.glances(new Glance(order, status, expected)));
    } else {
      get("/v1/orders?externalReference=" + wish.reference())
          .filter(answer -> answer.status() == 200)
          .map(answer -> listed(answer, order))
          .ifPresent(status -> history.glances(new Glance(order, status, expected)));
    }
  }

  private static String listed(ApiAnswer answer, String order) {
    for (var item : answer.json().path("items")) {
      if (item.path("id").asString("").equals(order)) {
        return item.path("status").asString("");
      }
    }
    return "";
  }

  private Optional<ApiAnswer> get(String target) {
    return any().send(ApiCall.get(target).with("Authorization", "Bearer " + DemoKeys.AURORA));
  }

  private void adjust() throws InterruptedException {
    int quantity = random.nextInt(100) < 80 ? random.nextInt(5, 40) : -random.nextInt(1, 20);
    String key = "stock-%s-%d".formatted(name, count++);
    Adjustment adjustment = new Adjustment(key, Goods.drawn(random), quantity);
    for (int i = 0; i < TRIES; i++) {
      Adjustment.Outcome outcome =
          Adjustment.of(any().send(adjustment.call()).map(ApiAnswer::status).orElse(0));
      history.adjusts(adjustment, outcome);
      if (outcome != Adjustment.Outcome.UNKNOWN) {
        return;
      }
      Thread.sleep(random.nextInt(50, 250));
    }
  }

  private Door any() {
    return doors.get(random.nextInt(doors.size()));
  }
}
