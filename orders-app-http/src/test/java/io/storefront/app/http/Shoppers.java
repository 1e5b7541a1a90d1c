package io.storefront.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.storefront.app.testkit.ApiAnswer;
import io.storefront.app.testkit.ApiCall;
import io.storefront.app.testkit.SocketApiClient;
import io.storefront.wiring.demo.DemoKeys;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Customers who place one order after the other, and come again with the same key as long as they
 * are told to, as a good client does. Everything that they hear is remembered.
 */
final class Shoppers implements AutoCloseable {
  private static final Duration BREATH = Duration.ofMillis(50);

  private final SocketApiClient client;
  private final List<Thread> threads = new ArrayList<>();
  private final Queue<Heard> heard = new ConcurrentLinkedQueue<>();
  private volatile boolean isOver;

  /** What one request was answered, and how long that took. */
  record Heard(String key, ApiAnswer answer, Duration took, long at) {
    boolean isPlaced() {
      return answer.status() == 201;
    }

    boolean isAcknowledged() {
      return answer.status() == 201 || answer.status() == 202;
    }

    boolean isShed() {
      return answer.status() == 503;
    }
  }

  private Shoppers(URI server) {
    this.client = new SocketApiClient(server);
  }

  /** So many, who begin at once. */
  static Shoppers start(URI server, int count) {
    Shoppers shoppers = new Shoppers(server);
    for (int n = 0; n < count; n++) {
      shoppers.threads.add(Thread.ofVirtual().start(shoppers::shop));
    }
    return shoppers;
  }

  /** Waits until so many orders more were placed; how long the first of them took to come. */
  Duration awaitMore(int orders, Duration within) throws InterruptedException {
    long begin = System.nanoTime();
    while (placedSince(begin) < orders) {
      assertThat(Duration.ofNanos(System.nanoTime() - begin)).as("%s", last()).isLessThan(within);
      Thread.sleep(5);
    }
    long first =
        heard.stream()
            .filter(Heard::isPlaced)
            .mapToLong(Heard::at)
            .filter(at -> at >= begin)
            .min()
            .orElseThrow();
    return Duration.ofNanos(first - begin);
  }

  /** Everything so far. */
  List<Heard> heard() {
    return List.copyOf(heard);
  }

  /** Lets everybody finish the order that he is at. */
  void finish() {
    isOver = true;
    try {
      for (Thread each : threads) {
        each.join();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    finish();
    client.close();
  }

  static ApiCall order(String key) {
    return ApiCall.of("POST", "/v1/orders")
        .with("Authorization", "Bearer " + DemoKeys.AURORA)
        .withKey(key)
        .withText(
            """
            {"customerId":"cus_01890000-0000-7000-8000-000000000001","currency":"EUR",
             "lines":[{"sku":"TEE-M-BLK","quantity":1}],"payment":{"token":"tok_approve"}}\
            """);
  }

  private void shop() {
    while (!isOver) {
      String key = UUID.randomUUID().toString();
      Heard answer = send(key);
      for (int i = 0; answer.isShed() && i < 1000; i++) {
        pause();
        answer = send(key);
      }
    }
  }

  private Heard send(String key) {
    long begin = System.nanoTime();
    ApiAnswer answer = client.send(order(key));
    long now = System.nanoTime();
    Heard each = new Heard(key, answer, Duration.ofNanos(now - begin), now);
    heard.add(each);
    return each;
  }

  private long placedSince(long begin) {
    return heard.stream().filter(each -> each.isPlaced() && each.at() >= begin).count();
  }

  private List<Heard> last() {
    List<Heard> all = heard();
    return all.subList(Math.max(0, all.size() - 3), all.size());
  }

  private static void pause() {
    try {
      Thread.sleep(BREATH);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
