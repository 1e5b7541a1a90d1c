package io.storefront.orders.sample;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** Ways to do something that no second run does again; each is to be told. */
public final class Unrepeatable {
  private Unrepeatable() {}

  record TheTime(Instant value) {
    TheTime() {
      this(Instant.now());
    }
  }

  record TheTimeByReference(Supplier<Instant> value) {
    TheTimeByReference() {
      this(Instant::now);
    }
  }

  record TheTimeInALambda(Supplier<Instant> value) {
    TheTimeInALambda() {
      this(() -> Instant.now().minusMillis(1));
    }
  }

  record TheDate(LocalDate value) {
    TheDate() {
      this(LocalDate.now(ZoneOffset.UTC));
    }
  }

  record AClock(Clock value) {
    AClock() {
      this(Clock.systemUTC());
    }
  }

  record ATimeSource(InstantSource value) {
    ATimeSource() {
      this(InstantSource.system());
    }
  }

  record Milliseconds(long value) {
    Milliseconds() {
      this(System.currentTimeMillis());
    }
  }

  record Nanoseconds(long value) {
    Nanoseconds() {
      this(System.nanoTime());
    }
  }

  record AnId(UUID value) {
    AnId() {
      this(UUID.randomUUID());
    }
  }

  record ANumber(double value) {
    ANumber() {
      this(Math.random());
    }
  }

  record ADice(RandomGenerator value) {
    ADice() {
      this(new Random(1));
    }
  }

  record ADiceByReference(Supplier<RandomGenerator> value) {
    ADiceByReference() {
      this(Random::new);
    }
  }

  record ADiceWithoutSeed(RandomGenerator value) {
    ADiceWithoutSeed() {
      this(new SplittableRandom());
    }
  }

  record ASecret(RandomGenerator value) {
    ASecret() {
      this(new SecureRandom());
    }
  }

  record TheThreadsDice(int value) {
    TheThreadsDice() {
      this(ThreadLocalRandom.current().nextInt());
    }
  }

  record TheDefaultDice(RandomGenerator value) {
    TheDefaultDice() {
      this(RandomGenerator.getDefault());
    }
  }

  record Sleep(long millis) {
    void sleep() throws InterruptedException {
      Thread.sleep(millis);
    }
  }

  record AThread(Thread value) {
    AThread(Runnable work) {
      this(new Thread(work));
    }
  }

  record AVirtualThread(Thread value) {
    AVirtualThread(Runnable work) {
      this(Thread.ofVirtual().unstarted(work));
    }
  }

  record APool(ExecutorService value) {
    APool() {
      this(Executors.newSingleThreadExecutor());
    }
  }

  record SomebodyElsesPool(CompletableFuture<Void> value) {
    SomebodyElsesPool(Runnable work) {
      this(CompletableFuture.runAsync(work));
    }
  }
}
