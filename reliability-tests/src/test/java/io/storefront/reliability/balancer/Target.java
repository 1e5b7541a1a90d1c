package io.storefront.reliability.balancer;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * One process behind the balancer. It gets requests while it is registered and healthy; those that
 * it has when that ends, it may finish. Thread-safe.
 */
public final class Target {
  private static final int PATIENCE_MILLIS = 60_000;

  private final int port;
  private final HealthCheck check;
  private final Deque<Link> idle = new ArrayDeque<>();
  private boolean isRegistered = true;
  private boolean isHealthy;
  private int inARow;
  private int inFlight;
  private int answered;
  private int lastWords;

  Target(int port, HealthCheck check) {
    this.port = port;
    this.check = check;
  }

  /** Whether it would get the next request. */
  public synchronized boolean isInService() {
    return isRegistered && isHealthy;
  }

  /** Requests that it has not answered yet. */
  public synchronized int inFlight() {
    return inFlight;
  }

  /** Requests that it has answered. */
  public synchronized int answered() {
    return answered;
  }

  /** Answers of it that said that their connection is closed after them. */
  public synchronized int lastWords() {
    return lastWords;
  }

  /** Takes a place for a request, if it gets any. */
  synchronized boolean begin() {
    if (isInService()) {
      inFlight++;
      return true;
    }
    return false;
  }

  /** Asks once, whatever comes of it: what was asked may have been done. */
  Message ask(Message request) throws IOException {
    try {
      Optional<Link> kept = kept();
      Link link = kept.isPresent() ? kept.get() : Link.to(port, PATIENCE_MILLIS);
      try {
        Message answer = link.ask(request);
        answered(link, answer);
        return answer;
      } catch (IOException e) {
        link.close();
        throw new IOException(e.getMessage() + (kept.isPresent() ? ", kept" : ", new"), e);
      }
    } finally {
      end();
    }
  }

  /** Gets no more requests, and finishes those that it has. */
  synchronized void deregister() {
    isRegistered = false;
    idle.forEach(Link::close);
    idle.clear();
  }

  synchronized boolean isRegistered() {
    return isRegistered;
  }

  /** Looks once whether it is healthy; so many times in a row change what is thought of it. */
  void look() {
    boolean isFine = isFine();
    synchronized (this) {
      inARow = isFine == isHealthy ? 0 : inARow + 1;
      if (inARow >= (isFine ? check.healthyAfter() : check.unhealthyAfter())) {
        isHealthy = isFine;
        inARow = 0;
      }
    }
  }

  private boolean isFine() {
    int patience = Math.toIntExact(check.timeout().toMillis());
    try (Link link = Link.to(port, patience)) {
      return link.ask(Message.get(check.path())).status() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  private synchronized Optional<Link> kept() {
    while (!idle.isEmpty()) {
      Link link = idle.pop();
      if (link.isOpen()) {
        return Optional.of(link);
      }
      link.close();
    }
    return Optional.empty();
  }

  private synchronized void answered(Link link, Message answer) {
    answered++;
    if (answer.isLast()) {
      lastWords++;
    }
    if (answer.isLast() || !isRegistered) {
      link.close();
    } else {
      idle.push(link);
    }
  }

  private synchronized void end() {
    inFlight--;
  }
}
