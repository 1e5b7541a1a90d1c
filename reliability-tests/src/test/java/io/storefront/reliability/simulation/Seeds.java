package io.storefront.reliability.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * One case after the other, with a line now and then for whoever waits.
 *
 * @param from the first seed
 * @param most how many at most
 * @param seconds how long at most
 */
record Seeds(long from, long most, long seconds) {
  private static final int AT_ONCE = 250;
  private static final long TELL_EVERY = 5_000;

  Batch run() {
    long end = System.nanoTime() + seconds * 1_000_000_000L;
    AtomicLong done = new AtomicLong();
    List<Batch.Part> parts = new ArrayList<>();
    for (long first = from; first < from + most; first += AT_ONCE) {
      long begin = first;
      parts.add(batch -> some(batch, begin, end, done));
    }
    return Batch.all(parts);
  }

  private void some(Batch batch, long begin, long end, AtomicLong done) {
    long last = Math.min(begin + AT_ONCE, from + most);
    for (long seed = begin; seed < last && !batch.hasEnough(); seed++) {
      if (System.nanoTime() - end > 0) {
        return;
      }
      batch.run(Cases.of(seed));
      if (done.incrementAndGet() % TELL_EVERY == 0) {
        System.out.println(done.get() + " of " + most + " seeds");
      }
    }
  }
}
