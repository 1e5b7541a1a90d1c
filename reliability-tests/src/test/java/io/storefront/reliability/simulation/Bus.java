package io.storefront.reliability.simulation;

import io.storefront.app.events.CloudEvent;
import io.storefront.app.events.EventBatch;
import io.storefront.app.port.EventPublisher;
import io.storefront.reliability.baton.Baton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;

/** A bus somewhere else, that never crashes and remembers whatever it has taken. */
final class Bus implements EventPublisher {
  private static final Duration LATENCY = Duration.ofMillis(20);

  private final Baton baton;
  private final List<BusWeather> weather;
  private final Predicate<CloudEvent> wasStored;
  private final Coverage coverage;
  private final List<Taken> taken = new ArrayList<>();
  private int calls;
  private boolean healed;

  /**
   * An event it has.
   *
   * @param wasStored whether the order's journal held it by then
   */
  record Taken(CloudEvent event, boolean wasStored) {}

  Bus(Baton baton, List<BusWeather> weather, Predicate<CloudEvent> wasStored, Coverage coverage) {
    this.baton = baton;
    this.weather = weather;
    this.wasStored = wasStored;
    this.coverage = coverage;
  }

  /** From now on it takes whatever it ever takes. */
  void heal() {
    healed = true;
  }

  /** Everything, oldest first, repetitions too. */
  List<Taken> taken() {
    return taken;
  }

  /** Whether it never takes an order's second event. */
  static boolean isPoisoned(List<BusWeather> weather) {
    return weather.contains(BusWeather.POISONED);
  }

  @Override
  public List<Answer> publish(EventBatch batch, Duration within) {
    BusWeather now = healed || calls >= weather.size() ? BusWeather.CLEAR : weather.get(calls);
    calls++;
    coverage.saw(now);
    baton.sleep(LATENCY);
    List<CloudEvent> events = batch.events();
    return switch (now) {
      case CLEAR, POISONED -> events.stream().map(this::take).toList();
      case AWAY -> all(Answer.LATER, events);
      case ANSWER_LOST -> {
        events.forEach(this::take);
        yield all(Answer.LATER, events);
      }
      case PARTLY -> everySecond(events);
      case REFUSED -> all(Answer.REFUSED, events);
      case BROKEN -> throw new IllegalStateException("connection reset");
      case SHORT -> List.of();
    };
  }

  private Answer take(CloudEvent event) {
    if (isPoisoned(weather) && event.sequence() == 2) {
      return Answer.REFUSED;
    }
    taken.add(new Taken(event, wasStored.test(event)));
    return Answer.ACCEPTED;
  }

  private List<Answer> everySecond(List<CloudEvent> events) {
    List<Answer> answers = new ArrayList<>();
    for (CloudEvent event : events) {
      answers.add(answers.size() % 2 == 0 ? take(event) : Answer.LATER);
    }
    return answers;
  }

  private static List<Answer> all(Answer answer, List<CloudEvent> events) {
    return Collections.nCopies(events.size(), answer);
  }
}
