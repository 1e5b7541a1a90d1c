package io.storefront.reliability.life;

import io.storefront.orders.testkit.Fixtures;
import io.storefront.orders.usecase.ActOnOrder.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.BiConsumer;

/** One order from its placement on, and the model beside it. */
final class Life {
  private static final int DEEDS = 24;

  private final Fate fate;
  private final BiConsumer<Deed, String> tally;
  private final List<String> told = new ArrayList<>();

  private Life(Fate fate, BiConsumer<Deed, String> tally) {
    this.fate = fate;
    this.tally = tally;
  }

  /**
   * Lives it to its end.
   *
   * @param tally hears of each deed and what it came to
   * @throws AssertionError when order and model differ, telling all that was done
   */
  static void live(House house, long seed, BiConsumer<Deed, String> tally) {
    Life life = new Life(new Fate(new SplittableRandom(seed)), tally);
    try {
      life.live(house);
    } catch (RuntimeException | AssertionError e) {
      throw new AssertionError("seed " + seed + ": " + String.join("; ", life.told), e);
    }
  }

  private void live(House house) {
    var policy = fate.policy();
    List<Goods> goods = new ArrayList<>();
    int lines = fate.upTo(3);
    for (int i = 0; i < lines; i++) {
      int units = fate.upTo(4);
      goods.add(new Goods(Fixtures.newSku("LIFE"), units, 333L * units - 1));
    }
    long shipping = fate.upTo(2) == 1 ? 0 : 490;
    Existence existence = Existence.place(house, policy, goods, shipping);
    Model model = new Model(goods, shipping, policy);
    told.add("%s, shipping %d, %s".formatted(policy, shipping, goods));
    Difference.none(existence, model);
    for (int i = 0; i < DEEDS; i++) {
      step(existence, model);
    }
  }

  private void step(Existence existence, Model model) {
    Deed deed = fate.next(model);
    boolean late = fate.isLate();
    Optional<Long> version = late ? Optional.of(existence.order().version() - 1) : Optional.empty();
    Outcome<?> outcome = existence.act(Acts.of(deed), version);
    String said = Said.of(outcome);
    told.add(deed + " " + said);
    if (late && said.equals(Said.VERSION)) {
      return;
    }
    String expected = Prediction.of(model, deed, Existence.left(outcome));
    if (!expected.equals(said)) {
      throw new AssertionError(deed + " came to " + said + " and not to " + expected);
    }
    tally.accept(deed, said);
    Difference.none(existence, model);
  }
}
