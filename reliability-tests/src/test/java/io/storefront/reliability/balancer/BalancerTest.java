package io.storefront.reliability.balancer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The balancer hides nothing that a target does wrong. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class BalancerTest {
  private static final HealthCheck CHECK =
      new HealthCheck("/health", Duration.ofMillis(20), Duration.ofSeconds(5), 2, 2);

  private Balancer balancer;

  @BeforeEach
  void start() throws IOException {
    balancer = Balancer.start(CHECK);
  }

  @AfterEach
  void close() {
    balancer.close();
  }

  @Test
  void healthy_targets_are_asked_in_turn() throws Exception {
    try (Stub one = Stub.saying(201);
        Stub other = Stub.saying(201)) {
      inService(one);
      inService(other);
      for (int i = 0; i < 6; i++) {
        assertThat(ask()).isEqualTo(201);
      }
      assertThat(one.asked()).isEqualTo(3);
      assertThat(other.asked()).isEqualTo(3);
      assertThat(balancer.failures()).isEmpty();
    }
  }

  @Test
  void a_target_that_breaks_off_is_told_as_a_failure_and_nobody_else_is_asked() throws Exception {
    try (Stub broken = Stub.start(Optional::empty);
        Stub other = Stub.saying(200)) {
      inService(broken);
      inService(other);
      int first = ask();
      int second = ask();
      assertThat(new int[] {first, second}).containsExactlyInAnyOrder(502, 200);
      assertThat(broken.asked()).isEqualTo(1);
      assertThat(other.asked()).isEqualTo(1);
      assertThat(balancer.failures()).singleElement().asString().startsWith("502");
    }
  }

  @Test
  void one_that_listens_no_more_is_asked_until_its_health_is_looked_at_and_then_nobody_is_there()
      throws Exception {
    Stub stub = Stub.saying(200);
    Target target = inService(stub);
    stub.close();
    List<Integer> heard = new ArrayList<>();
    do {
      heard.add(ask());
    } while (heard.getLast() != 503);
    assertThat(heard.subList(0, heard.size() - 1)).allMatch(status -> status == 502);
    assertThat(target.isInService()).isFalse();
  }

  @Test
  void a_target_that_is_deregistered_finishes_what_it_has_and_gets_nothing_more() throws Exception {
    CountDownLatch slow = new CountDownLatch(1);
    try (Stub stub = Stub.start(() -> after(slow))) {
      Target target = inService(stub);
      CompletableFuture<Integer> underWay = CompletableFuture.supplyAsync(this::ask);
      while (target.inFlight() == 0) {
        Thread.sleep(1);
      }
      balancer.deregister(target);
      assertThat(ask()).isEqualTo(503);
      slow.countDown();
      assertThat(underWay.join()).isEqualTo(200);
      assertThat(stub.asked()).isEqualTo(1);
    }
  }

  private Target inService(Stub stub) throws InterruptedException {
    Target target = balancer.register(stub.address());
    while (!target.isInService()) {
      Thread.sleep(5);
    }
    return target;
  }

  /** The status that a client gets. */
  private int ask() {
    try (Socket socket =
        new Socket(InetAddress.getLoopbackAddress(), balancer.address().getPort())) {
      Message.get("/orders").write(socket.getOutputStream());
      return Message.read(socket.getInputStream()).orElseThrow().status();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static Optional<Message> after(CountDownLatch latch) {
    try {
      latch.await();
      return Optional.of(Message.said(200));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
