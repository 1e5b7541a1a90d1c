package io.storefront.adapters.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Who writes, with whom, and who does not wait. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class GroupCommitTest {
  private static final Duration LONG = Duration.ofMinutes(1);
  private static final String UNCERTAIN = "uncertain";
  private static final Duration SHORT = Duration.ofMillis(20);

  /** A write that has begun, and what it will come to. */
  private record Write(Supplier<List<String>> group, CompletableFuture<String> end) {}

  private final BlockingQueue<Write> begun = new LinkedBlockingQueue<>();

  @Test
  void who_finds_room_writes_at_once_and_alone() throws Exception {
    GroupCommit<String, String> commit = commit(2, LONG);
    CompletableFuture<String> one = write(commit, "one");
    Write first = next();
    CompletableFuture<String> two = write(commit, "two");
    Write second = next();

    assertThat(first.group().get()).containsExactly("one");
    assertThat(second.group().get()).containsExactly("two");
    second.end().complete("B");
    first.end().complete("A");

    assertThat(one.get()).isEqualTo("A");
    assertThat(two.get()).isEqualTo("B");
  }

  @Test
  void who_comes_meanwhile_is_written_together_with_the_others_up_to_a_number() throws Exception {
    GroupCommit<String, String> commit = commit(1, LONG);
    CompletableFuture<String> first = write(commit, "first");
    Write alone = next();
    assertThat(alone.group().get()).containsExactly("first");
    List<CompletableFuture<String>> later = waiting(commit, "a", "b", "c", "d");
    alone.end().complete("done");
    assertThat(first.get()).isEqualTo("done");

    Write three = next();
    assertThat(three.group().get()).containsExactly("a", "b", "c");
    three.end().complete("together");
    Write rest = next();
    assertThat(rest.group().get()).containsExactly("d");
    rest.end().complete("after");

    assertThat(later.stream().map(CompletableFuture::join))
        .containsExactly("together", "together", "together", "after");
    assertThat(begun).isEmpty();
  }

  @Test
  void what_fails_leaves_the_others_of_the_group_uncertain_and_takes_the_next_in()
      throws Exception {
    GroupCommit<String, String> commit = commit(1, LONG);
    CompletableFuture<String> first = write(commit, "first");
    Write alone = next();
    List<CompletableFuture<String>> later = waiting(commit, "a", "b", "c");
    assertThat(alone.group().get()).containsExactly("first", "a", "b");
    alone.end().completeExceptionally(new IllegalStateException("boom"));
    assertThatThrownBy(first::get).hasStackTraceContaining("boom");

    assertThat(later.get(0).get()).isEqualTo(UNCERTAIN);
    assertThat(later.get(1).get()).isEqualTo(UNCERTAIN);
    Write fine = next();
    assertThat(fine.group().get()).containsExactly("c");
    fine.end().complete("fine");
    assertThat(later.get(2).get()).isEqualTo("fine");
  }

  @Test
  void a_group_that_was_never_closed_takes_nobody_along() throws Exception {
    GroupCommit<String, String> commit = commit(1, LONG);
    CompletableFuture<String> first = write(commit, "first");
    Write away = next();
    List<CompletableFuture<String>> later = waiting(commit, "later");
    away.end().completeExceptionally(new IllegalStateException("no connection"));
    assertThatThrownBy(first::get).hasStackTraceContaining("no connection");

    Write fine = next();
    assertThat(fine.group().get()).containsExactly("later");
    fine.end().complete("fine");
    assertThat(later.getFirst().get()).isEqualTo("fine");
  }

  @Test
  void who_has_waited_long_enough_writes_without_room() throws Exception {
    GroupCommit<String, String> commit = commit(1, SHORT);
    CompletableFuture<String> stuck = write(commit, "stuck");
    Write held = next();
    assertThat(held.group().get()).containsExactly("stuck");
    CompletableFuture<String> impatient = write(commit, "impatient");

    Write own = next();
    assertThat(own.group().get()).containsExactly("impatient");
    own.end().complete("through");
    assertThat(impatient.get()).isEqualTo("through");
    assertThat(stuck).isNotDone();
    held.end().complete("late");
    assertThat(stuck.get()).isEqualTo("late");
  }

  @Test
  void who_is_interrupted_while_it_waits_is_not_written() throws Exception {
    GroupCommit<String, String> commit = commit(1, LONG);
    CompletableFuture<String> stuck = write(commit, "stuck");
    Write held = next();
    CompletableFuture<String> outcome = new CompletableFuture<>();
    Thread waiting = interruptible(commit, outcome);
    awaitWaiting(commit, 1);
    waiting.interrupt();

    assertThat(outcome.get(10, TimeUnit.SECONDS)).isEqualTo(UNCERTAIN + ", interrupted");
    assertThat(held.group().get()).containsExactly("stuck");
    held.end().complete("done");
    assertThat(stuck.get()).isEqualTo("done");
  }

  @Test
  void who_is_interrupted_with_others_leaves_them_to_it() throws Exception {
    GroupCommit<String, String> commit = commit(1, LONG);
    CompletableFuture<String> leader = write(commit, "leader");
    Write held = next();
    CompletableFuture<String> outcome = new CompletableFuture<>();
    Thread waiting = interruptible(commit, outcome);
    awaitWaiting(commit, 1);
    assertThat(held.group().get()).containsExactly("leader", "interrupted");
    waiting.interrupt();

    assertThat(outcome.get(10, TimeUnit.SECONDS)).isEqualTo(UNCERTAIN + ", interrupted");
    held.end().complete("done");
    assertThat(leader.get()).isEqualTo("done");
    CompletableFuture<String> next = write(commit, "next");
    Write free = next();
    free.end().complete("free");
    assertThat(next.get()).isEqualTo("free");
  }

  private static Thread interruptible(
      GroupCommit<String, String> commit, CompletableFuture<String> outcome) {
    return Thread.startVirtualThread(
        () -> {
          String told = commit.write("interrupted");
          outcome.complete(told + (Thread.currentThread().isInterrupted() ? ", interrupted" : ""));
        });
  }

  private GroupCommit<String, String> commit(int room, Duration patience) {
    return new GroupCommit<>(
        room,
        3,
        patience,
        UNCERTAIN,
        group -> {
          Write write = new Write(group, new CompletableFuture<>());
          begun.add(write);
          return write.end().join();
        });
  }

  private static CompletableFuture<String> write(
      GroupCommit<String, String> commit, String content) {
    CompletableFuture<String> outcome = new CompletableFuture<>();
    Thread.startVirtualThread(
        () -> {
          try {
            outcome.complete(commit.write(content));
          } catch (RuntimeException failed) {
            outcome.completeExceptionally(failed);
          }
        });
    return outcome;
  }

  /** Each waits before the next one comes, so that their order is known. */
  private static List<CompletableFuture<String>> waiting(
      GroupCommit<String, String> commit, String... contents) throws InterruptedException {
    List<CompletableFuture<String>> all = new ArrayList<>();
    for (String content : contents) {
      all.add(write(commit, content));
      awaitWaiting(commit, all.size());
    }
    return all;
  }

  private static void awaitWaiting(GroupCommit<String, String> commit, int count)
      throws InterruptedException {
    for (int tries = 0; commit.waiting() < count && tries < 1_000; tries++) {
      Thread.sleep(10);
    }
    assertThat(commit.waiting()).isEqualTo(count);
  }

  private Write next() throws InterruptedException {
    Write write = begun.poll(10, TimeUnit.SECONDS);
    assertThat(write).isNotNull();
    return write;
  }
}
