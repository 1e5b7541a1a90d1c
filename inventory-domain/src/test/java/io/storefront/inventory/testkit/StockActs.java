package io.storefront.inventory.testkit;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Makes sequences of acts from a seed: owners whose claims grow, shrink, ship, come back and end,
 * stated in order, out of order and more than once, while units come and go.
 */
final class StockActs {
  static final int PRODUCTS = 3;
  static final int OWNERS = 3;
  private static final int REVISIONS = 6;

  private final SplittableRandom random;

  StockActs(long seed) {
    random = new SplittableRandom(seed);
  }

  List<StockAct> make() {
    List<StockAct> acts = interleavedLives();
    int copies = random.nextInt(4);
    for (int i = 0; i < copies; i++) {
      acts.add(random.nextInt(acts.size()), acts.get(random.nextInt(acts.size())));
    }
    if (random.nextBoolean()) {
      Collections.shuffle(acts, random);
    }
    for (int product = 0; product < PRODUCTS; product++) {
      acts.addFirst(new StockAct.Adjust(product, 1 + random.nextInt(8)));
      acts.add(random.nextInt(acts.size()), new StockAct.Adjust(product, random.nextInt(5) - 5));
      acts.add(random.nextInt(acts.size()), new StockAct.Adjust(product, 1 + random.nextInt(5)));
    }
    return acts;
  }

  /** Each owner's words in their order, with the others' between them. */
  private List<StockAct> interleavedLives() {
    List<StockAct> acts = new ArrayList<>();
    List<Deque<StockAct>> lives = new ArrayList<>();
    for (int owner = 0; owner < OWNERS; owner++) {
      lives.add(new ArrayDeque<>(life(owner)));
    }
    while (!lives.isEmpty()) {
      Deque<StockAct> life = lives.get(random.nextInt(lives.size()));
      acts.add(life.removeFirst());
      lives.removeIf(Deque::isEmpty);
    }
    return acts;
  }

  private List<StockAct> life(int owner) {
    List<StockAct> life = new ArrayList<>();
    int[] shipped = new int[PRODUCTS];
    int[] restocked = new int[PRODUCTS];
    for (int revision = 1; revision <= REVISIONS; revision++) {
      List<StockAct.Line> lines = new ArrayList<>();
      boolean ends = random.nextInt(REVISIONS) == 0;
      for (int product = 0; product < PRODUCTS; product++) {
        if (!ends && random.nextInt(4) > 0) {
          shipped[product] += random.nextInt(3) / 2;
          restocked[product] += shipped[product] > restocked[product] ? random.nextInt(2) : 0;
          lines.add(
              new StockAct.Line(product, random.nextInt(4), shipped[product], restocked[product]));
        }
      }
      life.add(new StockAct.Claim(owner, revision, lines));
    }
    return life;
  }
}
