package io.storefront.adapters.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The network between a program and its PostgreSQL, on the loopback interface, which fails on
 * command. What is set holds for all connections, from now on, until {@link #heal}. It speaks the
 * protocol well enough to know a commit: an exchange that runs COMMIT, or a statement that writes
 * outside a transaction. Connections are not encrypted. Thread-safe.
 */
public final class WireProxy implements AutoCloseable {
  private final ServerSocket door;
  private final int target;
  private final WireWeather weather = new WireWeather();
  private final CommitPlans plans = new CommitPlans();
  private final Set<WireLink> links = ConcurrentHashMap.newKeySet();

  private WireProxy(ServerSocket door, int target) {
    this.door = door;
    this.target = target;
  }

  /** A network that works, in front of the server on this port. */
  public static WireProxy to(int port) {
    try {
      ServerSocket door = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
      WireProxy proxy = new WireProxy(door, port);
      Thread.ofVirtual().start(proxy::accept);
      return proxy;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where to connect. */
  public int port() {
    return door.getLocalPort();
  }

  /** The same database, through here. */
  public String through(String jdbcUrl) {
    return jdbcUrl.replace(":" + target + "/", ":" + port() + "/");
  }

  /** Everything goes through again; what was held back arrives late, and no commit is struck. */
  public void heal() {
    plans.forget();
    weather.clear();
  }

  /** Resets every connection that there is; new ones work. */
  public void cut() {
    links.forEach(WireLink::reset);
  }

  /** Nothing goes through in either direction, and nobody is told. */
  public void blackHole() {
    weather.swallow();
  }

  /** The server forgets every connection that there is, and the clients are not told. */
  public void halfOpen() {
    links.forEach(WireLink::halve);
  }

  /** Everything takes so much longer, each way. */
  public void latency(Duration eachWay) {
    weather.delay(eachWay);
  }

  /** Each direction of each connection carries so many bytes a second, at least 20. */
  public void slow(int bytesPerSecond) {
    weather.slow(bytesPerSecond);
  }

  /** After so many more bytes in all, every connection that carries one is reset. */
  public void limit(long bytes) {
    weather.limit(bytes);
  }

  /** Strikes the n-th commit from now on, counted from 1; several may be planned. */
  public void onCommit(int nth, CommitFault fault) {
    plans.add("", nth, fault);
  }

  /** The same, counting only commits whose statement contains this text. */
  public void onCommitOf(String fragment, int nth, CommitFault fault) {
    plans.add(fragment, nth, fault);
  }

  /** Whether every commit that was to be struck has been. */
  public boolean hasStruck() {
    return plans.pending() == 0;
  }

  /** Commits so far, struck ones included. */
  public int commits() {
    return plans.seen();
  }

  /** Connections that there are now. */
  public int connections() {
    return links.size();
  }

  @Override
  public void close() {
    try {
      door.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    cut();
    heal();
  }

  private void accept() {
    try {
      while (!door.isClosed()) {
        Socket client = door.accept();
        Thread.ofVirtual().start(() -> link(client));
      }
    } catch (IOException closed) {
      // As it ends.
    }
  }

  private void link(Socket client) {
    try (client;
        Socket server = new Socket(InetAddress.getLoopbackAddress(), target)) {
      client.setTcpNoDelay(true);
      server.setTcpNoDelay(true);
      WireLink link = new WireLink(client, server, weather, plans);
      links.add(link);
      try {
        link.run();
      } finally {
        links.remove(link);
      }
    } catch (IOException refused) {
      // The client sees its connection close, as it would see it refused.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
