package io.storefront.reliability.balancer;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Hands requests to targets in turn, as an Application Load Balancer does: over connections that it
 * keeps, to targets that are registered and healthy, and never twice. A target that breaks off
 * makes a 502; none that could be asked makes a 503. Thread-safe.
 */
public final class Balancer implements AutoCloseable {
  private final ServerSocket door;
  private final HealthCheck check;
  private final List<Target> targets = new CopyOnWriteArrayList<>();
  private final Queue<String> failures = new ConcurrentLinkedQueue<>();
  private final AtomicInteger turn = new AtomicInteger();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  private Balancer(ServerSocket door, HealthCheck check) {
    this.door = door;
    this.check = check;
  }

  /** Listens on a free port of the loopback interface, with no targets yet. */
  public static Balancer start(HealthCheck check) throws IOException {
    Balancer balancer =
        new Balancer(new ServerSocket(0, 200, InetAddress.getLoopbackAddress()), check);
    balancer.threads.execute(balancer::accept);
    return balancer;
  }

  /** Where clients ask. */
  public URI address() {
    return URI.create("http://127.0.0.1:" + door.getLocalPort());
  }

  /** Looks at it from now on, and gives it requests once it is healthy. */
  public Target register(URI address) {
    Target target = new Target(address.getPort(), check);
    targets.add(target);
    threads.execute(() -> watch(target));
    return target;
  }

  /** Gives it no more requests; those that it has it may finish. */
  public void deregister(Target target) {
    target.deregister();
    targets.remove(target);
  }

  /** Every request that a target or the balancer has failed. */
  public List<String> failures() {
    return List.copyOf(failures);
  }

  @Override
  public void close() {
    targets.forEach(Target::deregister);
    try {
      door.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    threads.shutdownNow();
  }

  private void watch(Target target) {
    try {
      while (target.isRegistered()) {
        target.look();
        Thread.sleep(check.every());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void accept() {
    try {
      while (!door.isClosed()) {
        Socket client = door.accept();
        threads.execute(() -> serve(client));
      }
    } catch (IOException closed) {
      threads.shutdown();
    }
  }

  private void serve(Socket client) {
    try (client) {
      client.setTcpNoDelay(true);
      InputStream in = new BufferedInputStream(client.getInputStream());
      Optional<Message> request = Message.read(in);
      while (request.isPresent()) {
        answer(request.get()).withoutClose().write(client.getOutputStream());
        request = Message.read(in);
      }
    } catch (IOException gone) {
      failures.add("a client has gone: " + gone.getMessage());
    }
  }

  private Message answer(Message request) {
    Optional<Target> target = next();
    if (target.isEmpty()) {
      failures.add("503, nobody to ask");
      return Message.said(503);
    }
    try {
      return target.get().ask(request);
    } catch (IOException e) {
      failures.add("502, " + e.getMessage());
      return Message.said(502);
    }
  }

  private Optional<Target> next() {
    List<Target> all = List.copyOf(targets);
    int first = Math.floorMod(turn.getAndIncrement(), Math.max(1, all.size()));
    for (int i = 0; i < all.size(); i++) {
      Target target = all.get((first + i) % all.size());
      if (target.begin()) {
        return Optional.of(target);
      }
    }
    return Optional.empty();
  }
}
