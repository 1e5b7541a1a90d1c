package io.storefront.app.api;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.storefront.app.problem.ProblemType;
import io.storefront.app.problem.Refused;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class AdmissionTest {
  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
  private static final InstantSource CLOCK = InstantSource.system();
  private static final Duration LONG = Duration.ofSeconds(30);
  private static final Duration SHORT = Duration.ofMillis(50);

  @Test
  void who_finds_no_place_in_time_is_turned_away_and_told_to_come_again() {
    Admission full = new Admission(0, SHORT, CLOCK);
    assertThatExceptionOfType(Refused.class)
        .isThrownBy(() -> full.admit(() -> "in"))
        .satisfies(
            no -> {
              assertThat(no.problem().type()).isEqualTo(ProblemType.TEMPORARY_REDUCED_CAPACITY);
              assertThat(no.problem().headers()).containsEntry("Retry-After", "1");
            });
  }

  @Test
  void a_place_is_free_again_whatever_became_of_the_request() {
    Admission one = new Admission(1, SHORT, CLOCK);
    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(
            () ->
                one.admit(
                    () -> {
                      throw new IllegalStateException();
                    }));
    assertThat(one.<String>admit(() -> "in")).isEqualTo("in");
  }

  @Test
  void places_are_given_in_the_order_of_coming() throws Exception {
    Admission one = new Admission(1, LONG, CLOCK);
    CountDownLatch leave = new CountDownLatch(1);
    List<Integer> served = new CopyOnWriteArrayList<>();
    CountDownLatch inside = new CountDownLatch(1);
    start(
        () ->
            one.admit(
                () -> {
                  inside.countDown();
                  return await(leave);
                }));
    assertThat(inside.await(30, SECONDS)).isTrue();
    List<Thread> others = new CopyOnWriteArrayList<>();
    for (int n = 0; n < 20; n++) {
      int number = n;
      others.add(start(() -> one.admit(() -> served.add(number))));
      for (int i = 0; i < 3000 && one.waiting() <= n; i++) {
        Thread.sleep(10);
      }
    }
    leave.countDown();
    for (Thread each : others) {
      each.join();
    }
    assertThat(served).hasSize(20).isSorted();
  }

  @Test
  void who_waits_for_a_neighbour_leaves_its_place_to_others_and_comes_back_without_waiting()
      throws Exception {
    Admission one = new Admission(1, SHORT, CLOCK);
    CountDownLatch left = new CountDownLatch(1);
    CountDownLatch back = new CountDownLatch(1);
    CompletableFuture<Boolean> waiter =
        CompletableFuture.supplyAsync(
            () ->
                one.admit(
                    () ->
                        one.aside(
                            () -> {
                              left.countDown();
                              return await(back);
                            })));
    assertThat(left.await(30, SECONDS)).isTrue();

    String inside =
        one.admit(
            () -> {
              back.countDown();
              assertThat(waiter.join()).isTrue();
              return "both";
            });

    assertThat(inside).isEqualTo("both");
    assertThat(one.<String>admit(() -> "in")).isEqualTo("in");
  }

  @Test
  void whoever_has_no_place_has_none_to_give_away() {
    Admission full = new Admission(0, SHORT, CLOCK);
    assertThat(full.<String>aside(() -> "done")).isEqualTo("done");
    assertThatExceptionOfType(Refused.class).isThrownBy(() -> full.admit(() -> "in"));
  }

  @Test
  void a_request_waits_once_for_a_place_and_its_first_connection_together() {
    Duration usual = Duration.ofSeconds(7);
    Iterator<Instant> times = List.of(NOON, NOON.plusSeconds(4)).iterator();
    Admission one = new Admission(1, Duration.ofSeconds(5), times::next);
    one.admit(
        () -> {
          assertThat(Admission.patience(usual)).isEqualTo(Duration.ofSeconds(1));
          assertThat(Admission.patience(usual)).isEqualTo(usual);
          return "in";
        });
    assertThat(Admission.patience(usual)).isEqualTo(usual);
    Duration free = Admission.unlimited().admit(() -> Admission.patience(usual));
    assertThat(free).isEqualTo(usual);
  }

  @Test
  void who_is_interrupted_while_waiting_is_turned_away() {
    Admission full = new Admission(0, LONG, CLOCK);
    Thread.currentThread().interrupt();
    assertThatExceptionOfType(Refused.class).isThrownBy(() -> full.admit(() -> "in"));
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void health_is_told_however_full_it_is_and_everything_else_waits() {
    Stubs stubs = new Stubs();
    stubs.admission = new Admission(0, SHORT, CLOCK);
    Api api = new Api(stubs.dependencies());
    assertThat(status(api, "/health/live")).isEqualTo(200);
    assertThat(status(api, "/health/ready")).isEqualTo(200);
    assertThat(status(api, "/nothing/here")).isEqualTo(404);
    assertThat(status(api, "/v1/orders")).isEqualTo(503);
  }

  private static int status(Api api, String path) {
    return api.handle(new ApiRequest("GET", path, "", Map.of(), new byte[0], "127.0.0.1")).status();
  }

  private static boolean await(CountDownLatch latch) {
    try {
      return latch.await(30, SECONDS);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Thread start(Runnable work) {
    return Thread.ofVirtual().start(work);
  }
}
