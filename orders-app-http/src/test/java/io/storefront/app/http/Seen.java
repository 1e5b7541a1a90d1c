package io.storefront.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.storefront.adapters.testkit.TestDatabase;
import io.storefront.app.testkit.ApiAnswer;
import io.storefront.app.testkit.ApiCall;
import io.storefront.app.testkit.SocketApiClient;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;

/** A host with a customer at its API and Prometheus at its metrics. */
record Seen(RunningHost host, SocketApiClient api, SocketApiClient prometheus)
    implements AutoCloseable {
  static Seen start(Map<String, String> variables) {
    return start(TestDatabase.create(), variables);
  }

  static Seen start(TestDatabase database, Map<String, String> variables) {
    RunningHost host = RunningHost.start(database, variables);
    URI metrics = URI.create("http://127.0.0.1:" + host.metrics().orElseThrow().port());
    return new Seen(host, new SocketApiClient(host.address()), new SocketApiClient(metrics));
  }

  Exposition look() {
    return Exposition.parse(page().text());
  }

  ApiAnswer page() {
    ApiAnswer page = prometheus.send(ApiCall.get("/metrics"));
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.header("Content-Type")).hasValue("text/plain; version=0.0.4; charset=utf-8");
    return page;
  }

  /** Looks until that is to be seen: some numbers are read only now and then. */
  Exposition await(Predicate<Exposition> wanted) throws InterruptedException {
    long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    Exposition page = look();
    while (!wanted.test(page)) {
      assertThat(System.nanoTime()).as("%s", page).isLessThan(end);
      Thread.sleep(200);
      page = look();
    }
    return page;
  }

  /** Again and again where the machine is too busy: that has done nothing. */
  ApiAnswer place(String token, int status) throws InterruptedException {
    ApiCall order = DemoOrder.paidWith(token, UUID.randomUUID().toString());
    ApiAnswer answer = api.send(order);
    for (int again = 0; again < 20 && answer.status() == 503; again++) {
      Thread.sleep(200);
      answer = api.send(order);
    }
    assertThat(answer.status()).isEqualTo(status);
    return answer;
  }

  void get(String path, int status) {
    assertThat(api.send(ApiCall.get(path)).status()).isEqualTo(status);
  }

  @Override
  public void close() {
    api.close();
    prometheus.close();
    try {
      host.close();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
