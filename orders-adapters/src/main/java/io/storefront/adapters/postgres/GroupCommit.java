package io.storefront.adapters.postgres;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * What comes while a few others are being written waits for one of them to end, and is then written
 * together (DeWitt et al., Implementation Techniques for Main Memory Database Systems, SIGMOD
 * 1984). Nobody waits for company: who comes when there is room writes at once. Thread-safe.
 *
 * @param <C> what is written
 * @param <R> what became of it, the same for all that were written together
 */
final class GroupCommit<C, R> {
  private final int most;
  private final Duration patience;
  private final R uncertain;
  private final Writer<C, R> writer;
  private final Lock lock = new ReentrantLock();
  private final Queue<Member<C, R>> waiting = new ArrayDeque<>();
  private int room;

  /**
   * With nobody writing.
   *
   * @param room how many may write at once
   * @param most how many are written together
   * @param patience how long one waits for room; afterwards it is written alone, so that what holds
   *     up others holds up nobody else for longer
   * @param uncertain what became of it as far as somebody knows who is with others when their
   *     writer fails, or who is interrupted then
   */
  GroupCommit(int room, int most, Duration patience, R uncertain, Writer<C, R> writer) {
    this.room = room;
    this.most = most;
    this.patience = patience;
    this.uncertain = uncertain;
    this.writer = writer;
  }

  /** Writes several at once. */
  @FunctionalInterface
  interface Writer<C, R> {
    /**
     * Writes them.
     *
     * @param group closes the group when it is asked for, which is as late as possible; asked once
     */
    R write(Supplier<List<C>> group);
  }

  /** Somebody who has something to write; its turn is empty if it is to write itself. */
  private record Member<C, R>(C content, CompletableFuture<Optional<R>> turn) {}

  /** Writes it, or has it written. */
  R write(C content) {
    Member<C, R> mine = new Member<>(content, new CompletableFuture<>());
    if (hasRoom(mine)) {
      return lead(mine);
    }
    try {
      return await(mine).orElseGet(() -> lead(mine));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return isToLead(mine) ? lead(mine) : uncertain;
    }
  }

  private Optional<R> await(Member<C, R> mine) throws InterruptedException {
    try {
      return mine.turn().get(patience.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      return leaves(mine) ? Optional.of(writer.write(() -> List.of(mine.content()))) : await(mine);
    } catch (ExecutionException e) {
      throw new IllegalStateException("a turn never fails", e);
    }
  }

  /** Whoever is not, and no longer waits, is with others, who go on without it. */
  private boolean isToLead(Member<C, R> mine) {
    return !leaves(mine) && mine.turn().getNow(Optional.of(uncertain)).isEmpty();
  }

  /** How many wait for room. */
  int waiting() {
    lock.lock();
    try {
      return waiting.size();
    } finally {
      lock.unlock();
    }
  }

  private boolean hasRoom(Member<C, R> mine) {
    lock.lock();
    try {
      if (room > 0) {
        room--;
        return true;
      }
      waiting.add(mine);
      return false;
    } finally {
      lock.unlock();
    }
  }

  private boolean leaves(Member<C, R> mine) {
    lock.lock();
    try {
      return waiting.remove(mine);
    } finally {
      lock.unlock();
    }
  }

  private R lead(Member<C, R> mine) {
    List<Member<C, R>> others = new ArrayList<>();
    R outcome = uncertain;
    try {
      outcome = writer.write(() -> gather(mine, others));
      return outcome;
    } finally {
      Optional<R> told = Optional.of(outcome);
      others.forEach(other -> other.turn().complete(told));
      giveRoom();
    }
  }

  private List<C> gather(Member<C, R> mine, List<Member<C, R>> others) {
    lock.lock();
    try {
      while (others.size() < most - 1 && !waiting.isEmpty()) {
        others.add(waiting.remove());
      }
    } finally {
      lock.unlock();
    }
    List<C> group = new ArrayList<>();
    group.add(mine.content());
    others.forEach(other -> group.add(other.content()));
    return group;
  }

  private void giveRoom() {
    lock.lock();
    try {
      Optional.ofNullable(waiting.poll())
          .ifPresentOrElse(next -> next.turn().complete(Optional.empty()), () -> room++);
    } finally {
      lock.unlock();
    }
  }
}
