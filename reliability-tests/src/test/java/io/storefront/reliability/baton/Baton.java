package io.storefront.reliability.baton;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Lets one of many actors run at a time. Each is a real thread that runs unmodified code, but only
 * whoever holds the baton runs; it is passed on where an actor says so, to one that the seed picks
 * among those whose time has come. Time stands still until nobody is left who could run now, and
 * then jumps to whoever is next. So the same seed gives the same run.
 */
public final class Baton implements InstantSource {
  private static final Instant START = Instant.parse("2026-11-25T12:00:00Z");
  private static final long NEVER = Long.MAX_VALUE;

  private final SplittableRandom random;
  private final Picking picking;
  private final List<Turn> waiting = new ArrayList<>();
  private final List<Throwable> failures = new ArrayList<>();
  private long now;
  private long limit = NEVER;
  private int turnsLeft;
  private boolean ending;
  private @Nullable Actor holder;
  private volatile boolean atRest;
  private volatile @Nullable Thread starter;

  /** How the next one is picked. */
  public enum Picking {
    /** Whoever waits longest. */
    IN_TURN,
    /** Anybody. */
    ANY,
    /** Most often whoever ran last, so that one gets far while the others stand. */
    STICKY
  }

  /** Thrown into actors that are still there when the run is over. */
  private static final class Ended extends Error {
    private static final long serialVersionUID = 1L;

    Ended() {
      super("the run is over", null, false, false);
    }
  }

  /** Somebody or something whose time comes. */
  abstract static class Turn {
    long due;
  }

  private static final class Event extends Turn {
    private final Runnable body;

    private Event(Runnable body) {
      this.body = body;
    }
  }

  /** A thread that runs when it has the baton. */
  public static final class Actor extends Turn {
    private final String name;
    private final Thread thread;
    private int calls;
    private volatile boolean mine;

    private Actor(String name, Runnable body) {
      this.name = name;
      this.thread = Thread.ofVirtual().name(name).unstarted(body);
    }

    /** Its name. */
    public String name() {
      return name;
    }

    /** Counts one more call and says which it is: 1, 2, 3 …. */
    public int nextCall() {
      return ++calls;
    }
  }

  /**
   * A run that has not begun.
   *
   * @param maxTurns after which the run is taken for one that never comes to rest
   */
  public Baton(SplittableRandom random, Picking picking, int maxTurns) {
    this.random = random;
    this.picking = picking;
    this.turnsLeft = maxTurns;
  }

  @Override
  public Instant instant() {
    return START.plusMillis(now);
  }

  /** When it began. */
  public Instant beginning() {
    return START;
  }

  /** Time since the beginning. */
  public Duration elapsed() {
    return Duration.ofMillis(now);
  }

  /** How often somebody's turn has come, or will at most; it changes with each. */
  public long turns() {
    return turnsLeft;
  }

  /** Whoever runs now. */
  public Actor current() {
    if (holder == null) {
      throw new IllegalStateException("nobody has the baton");
    }
    return holder;
  }

  /** A new actor, that begins after this time. */
  public Actor start(String name, Duration in, Runnable body) {
    Actor[] self = new Actor[1];
    self[0] = new Actor(name, () -> live(self[0], body));
    enqueue(self[0], now + in.toMillis());
    return self[0];
  }

  /** Something that happens by itself after this time; it does not pass the baton on. */
  public void after(Duration time, Runnable event) {
    enqueue(new Event(event), now + time.toMillis());
  }

  /** Lets others run, or not. */
  public void pass() {
    await(now);
  }

  /** Lets others run, and time go by. */
  public void sleep(Duration time) {
    await(now + time.toMillis());
  }

  /** Waits until somebody wakes it; if nobody ever does, it does not keep the run from its end. */
  public void idle() {
    await(NEVER);
  }

  /** Sees to it that this actor, if it idles or sleeps longer, runs after this time. */
  public void wake(Actor actor, Duration in) {
    actor.due = Math.min(actor.due, now + in.toMillis());
  }

  /** From when on nobody runs any more. */
  public void runAtMost(Duration time) {
    limit = now + time.toMillis();
  }

  /** Takes this run for one that never comes to rest. */
  public void giveUp() {
    turnsLeft = 0;
  }

  /** Runs until nothing will ever happen again by itself, or the limit is reached. */
  public void run() {
    starter = Thread.currentThread();
    atRest = false;
    Actor first = next();
    if (first != null) {
      handTo(first);
      while (!atRest) {
        LockSupport.park(this);
      }
    }
    holder = null;
  }

  /** Ends every actor. */
  public void close() {
    ending = true;
    run();
  }

  /** Whether somebody was still at work when the limit was reached. */
  public boolean ranOut() {
    return ending || waiting.stream().anyMatch(turn -> turn.due != NEVER);
  }

  /** What actors ended with that was neither expected nor the end. */
  public List<Throwable> failures() {
    return failures;
  }

  private void live(Actor self, Runnable body) {
    self.mine = false;
    try {
      if (!ending) {
        body.run();
      }
    } catch (Ended over) {
      // That is how it should be.
    } catch (Throwable unexpected) {
      failures.add(unexpected);
    }
    passOn(next());
  }

  private void await(long due) {
    Actor self = current();
    if (ending) {
      throw new Ended();
    }
    enqueue(self, due);
    Actor next = next();
    if (next != self) {
      passOn(next);
      while (!self.mine) {
        LockSupport.park(this);
      }
    }
    self.mine = false;
    if (ending) {
      throw new Ended();
    }
  }

  private void passOn(@Nullable Actor next) {
    if (next == null) {
      atRest = true;
      LockSupport.unpark(starter);
    } else {
      handTo(next);
    }
  }

  private void handTo(Actor next) {
    holder = next;
    next.mine = true;
    if (next.thread.getState() == Thread.State.NEW) {
      next.thread.start();
    } else {
      LockSupport.unpark(next.thread);
    }
  }

  private void enqueue(Turn turn, long due) {
    turn.due = due;
    waiting.add(turn);
  }

  /** Runs the events that are picked, until an actor is; null when nobody is left to run. */
  private @Nullable Actor next() {
    while (!waiting.isEmpty()) {
      if (turnsLeft-- <= 0) {
        ending = true;
      }
      Turn turn = ending ? waiting.removeLast() : pick();
      if (turn instanceof Actor actor) {
        holder = actor;
        return actor;
      }
      if (turn == null) {
        return null;
      }
      if (!ending && turn instanceof Event event) {
        event.body.run();
      }
    }
    return null;
  }

  private @Nullable Turn pick() {
    long first = NEVER;
    int ready = 0;
    for (Turn turn : waiting) {
      first = Math.min(first, turn.due);
      ready += turn.due <= now ? 1 : 0;
    }
    if (ready == 0) {
      if (first == NEVER || first > limit) {
        return null;
      }
      now = first;
      return pick();
    }
    int skip = ready == 1 ? 0 : chosen(ready);
    for (int i = 0; ; i++) {
      if (waiting.get(i).due <= now && skip-- == 0) {
        return waiting.remove(i);
      }
    }
  }

  private int chosen(int ready) {
    return switch (picking) {
      case IN_TURN -> 0;
      case ANY -> random.nextInt(ready);
      case STICKY -> random.nextInt(8) > 0 ? ready - 1 : random.nextInt(ready);
    };
  }
}
