package io.storefront.reliability.blackbox;

import io.storefront.app.testkit.ApiAnswer;
import io.storefront.app.testkit.ApiCall;
import io.storefront.reliability.blackbox.Evidence.Event;
import io.storefront.wiring.demo.DemoKeys;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Reads the feed of all orders from its beginning, and goes on where it has come to. */
final class Follower {
  private String after = "0";

  /** Follows it until it is interrupted, now here, now there. */
  void follow(Supplier<Door> doors, Consumer<List<Event>> seen) {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        seen.accept(next(doors.get()));
        Thread.sleep(200);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** All that there is by now. */
  List<Event> toTheEnd(Door door) {
    List<Event> all = new ArrayList<>();
    List<Event> page = next(door);
    while (!page.isEmpty()) {
      all.addAll(page);
      page = next(door);
    }
    return all;
  }

  /** Empty at the end, and when nobody answers. */
  private List<Event> next(Door door) {
    ApiCall call =
        ApiCall.get("/v1/order-events?limit=200&after=" + after)
            .with("Authorization", "Bearer " + DemoKeys.OPERATOR);
    Optional<ApiAnswer> page = door.send(call).filter(answer -> answer.status() == 200);
    if (page.isEmpty()) {
      return List.of();
    }
    List<Event> events = new ArrayList<>();
    for (var item : page.get().json().path("items")) {
      events.add(
          new Event(
              item.path("position").asLong(),
              item.path("subject").asString(),
              item.path("sequence").asInt(),
              item.path("type").asString(),
              item.toString()));
    }
    after = page.get().json().at("/page/nextCursor").asString();
    return events;
  }
}
