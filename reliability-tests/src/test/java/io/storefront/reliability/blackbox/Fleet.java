package io.storefront.reliability.blackbox;

import io.storefront.reliability.balancer.Balancer;
import io.storefront.reliability.balancer.Target;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/** Two servers behind a balancer, each of which is replaced again and again. Used by one thread. */
final class Fleet implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration AIM = Duration.ofSeconds(2);

  private final Program program;
  private final Map<String, String> variables;
  private final Balancer balancer;
  private final SplittableRandom random;
  private final List<Member> members = new ArrayList<>();
  private final List<Ending> endings = new ArrayList<>();

  private record Member(Life life, Target target) {}

  /**
   * A server that was told to end.
   *
   * @param inFlight requests that it had not answered when it was told
   * @param served requests that it has answered after that
   * @param lastWords answers after which it closed the connection, and said so
   * @param millis from the signal to its end
   */
  record Ending(
      Roll.Manner manner, int inFlight, int served, int lastWords, long millis, int exitCode) {}

  Fleet(Program program, Map<String, String> variables, Balancer balancer, long seed) {
    this.program = program;
    this.variables = variables;
    this.balancer = balancer;
    this.random = new SplittableRandom(seed);
  }

  /** Starts one more server with these variables; returns when it is in service. */
  void add(Map<String, String> its) throws IOException, InterruptedException {
    members.add(started(its));
  }

  /** Replaces the server that is there for longest. */
  void replace(Roll roll, Roll.Manner manner) throws IOException, InterruptedException {
    if (manner == Roll.Manner.DEREGISTERED) {
      members.add(started(variables));
    }
    Member leaving = members.removeFirst();
    aim(leaving.target());
    int inFlight = leaving.target().inFlight();
    int answered = leaving.target().answered();
    long begin = System.nanoTime();
    leaving.life().terminate();
    if (manner == Roll.Manner.DEREGISTERED) {
      Thread.sleep(random.nextLong(roll.longestNotice()));
      balancer.deregister(leaving.target());
    }
    int exitCode = leaving.life().exitCode();
    long millis = (System.nanoTime() - begin) / 1_000_000;
    balancer.deregister(leaving.target());
    endings.add(
        new Ending(
            manner,
            inFlight,
            leaving.target().answered() - answered,
            leaving.target().lastWords(),
            millis,
            exitCode));
    if (manner == Roll.Manner.FOUND_UNHEALTHY) {
      members.add(started(variables));
    }
  }

  /** All that were replaced. */
  List<Ending> endings() {
    return List.copyOf(endings);
  }

  @Override
  public void close() {
    try {
      for (Member member : members) {
        member.life().kill();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Member started(Map<String, String> its) throws IOException, InterruptedException {
    Life life = new Life(program.start(its));
    try {
      return new Member(life, inService(life));
    } catch (IllegalStateException e) {
      life.kill();
      throw e;
    }
  }

  private Target inService(Life life) throws IOException, InterruptedException {
    Optional<URI> address = life.address();
    if (address.isEmpty()) {
      throw new IllegalStateException("does not start: " + life.lines());
    }
    Target target = balancer.register(address.get());
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!target.isInService()) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("not in service: " + life.lines());
      }
      Thread.sleep(10);
    }
    return target;
  }

  /** Waits until it is in the middle of something. */
  private static void aim(Target target) throws InterruptedException {
    long end = System.nanoTime() + AIM.toNanos();
    while (target.inFlight() < 2 && System.nanoTime() < end) {
      Thread.sleep(1);
    }
  }
}
