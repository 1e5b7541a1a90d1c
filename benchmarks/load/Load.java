package load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/**
 * Places orders over a number of connections, on each the next one as soon as the one before was
 * answered, at as little cost as can be: a platform thread and a blocking socket for a connection,
 * and one request in bytes, in which the Idempotency-Key, the customer and the SKUs are
 * overwritten. It needs the shop of benchmarks/place/shop.sql.
 */
public final class Load {
  /** How many customers the shop has. */
  public static final int CUSTOMERS = 100;

  /** How many products the shop has. */
  public static final int PRODUCTS = 1_000;

  private final InetSocketAddress server;
  private final String apiKey;
  private final int lines;
  private final int products;
  private final SplittableRandom seeds = new SplittableRandom();
  private final AtomicLong keys = new AtomicLong(seeds.nextLong() << 32);

  /**
   * A load of orders of one kind.
   *
   * @param lines of each order, all of different products and one piece each
   * @param products of so many products, the first ones of the shop
   */
  public Load(InetSocketAddress server, String apiKey, int lines, int products) {
    this.server = server;
    this.apiKey = apiKey;
    this.lines = lines;
    this.products = products;
  }

  /**
   * Places orders for a while, and waits for the last answers.
   *
   * @throws java.util.concurrent.ExecutionException when a connection cannot be made
   */
  public Answers run(int connections, Duration length) throws Exception {
    return run(connections, length, System::nanoTime);
  }

  /**
   * The same with so many orders a second, however long answers take: an order's time begins when
   * it is due, also while all connections are waiting.
   */
  public Answers run(int connections, Duration length, int perSecond) throws Exception {
    long begin = System.nanoTime();
    AtomicLong last = new AtomicLong();
    return run(
        connections, length, () -> begin + last.getAndIncrement() * 1_000_000_000L / perSecond);
  }

  private Answers run(int connections, Duration length, LongSupplier due) throws Exception {
    List<Future<Answers>> running = new ArrayList<>();
    long begin = System.nanoTime();
    try (ExecutorService threads = Executors.newFixedThreadPool(connections)) {
      for (int n = 0; n < connections; n++) {
        PlacingRequest request = new PlacingRequest(server, apiKey, lines, products);
        SplittableRandom random = seeds.split();
        running.add(threads.submit(() -> place(request, random, due, begin + length.toNanos())));
      }
    }
    List<Answers> all = new ArrayList<>();
    for (Future<Answers> each : running) {
      all.add(each.get());
    }
    return Answers.together(all, Duration.ofNanos(System.nanoTime() - begin));
  }

  /** A connection that is lost counts as another answer, and is made anew. */
  private Answers place(PlacingRequest request, SplittableRandom random, LongSupplier due, long end)
      throws IOException {
    Answers answers = new Answers();
    long at = due.getAsLong();
    while (at < end) {
      try (Connection connection = new Connection(server)) {
        int status;
        do {
          for (long left = at - System.nanoTime(); left > 0; left = at - System.nanoTime()) {
            LockSupport.parkNanos(left);
          }
          status = connection.send(request.next(keys.getAndIncrement(), random));
          answers.add(status, System.nanoTime() - at);
          at = due.getAsLong();
        } while (status != Connection.LOST && at < end);
      }
    }
    return answers;
  }

  /** HOST:PORT KEY CONNECTIONS SECONDS [LINES [PRODUCTS]]; by default 3 lines of all products. */
  public static void main(String[] args) throws Exception {
    String[] address = args[0].split(":");
    Load load =
        new Load(
            new InetSocketAddress(address[0], Integer.parseInt(address[1])),
            args[1],
            args.length > 4 ? Integer.parseInt(args[4]) : 3,
            args.length > 5 ? Integer.parseInt(args[5]) : PRODUCTS);
    Duration length = Duration.ofSeconds(Long.parseLong(args[3]));
    System.out.println(load.run(Integer.parseInt(args[2]), length));
  }
}
