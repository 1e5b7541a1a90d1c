package io.storefront.reliability.life;

import static org.assertj.core.api.Assertions.assertThat;

import io.storefront.adapters.postgres.PostgresAdapters;
import io.storefront.adapters.testkit.TestDatabase;
import io.storefront.orders.CapturePolicy;
import io.storefront.orders.testkit.Racing;
import io.storefront.orders.usecase.ActOnOrder.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/**
 * Any two acts on one order at once, on PostgreSQL: what both were told and what is stored is what
 * one after the other would have come to, in one order or the other. {@code -Draces.close=200}
 * races each of the pairs that are most likely to meet so often, {@code -Draces.any=20} all others.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ActRacesTest {
  private static final int CLOSE = Integer.getInteger("races.close", 5);
  private static final int ANY = Integer.getInteger("races.any", 1);
  private static final Set<String> CLOSEST =
      Set.of(
          "cancel+ship",
          "cancel+cancel",
          "ship+ship",
          "refund+refund",
          "cancel+capture",
          "hold+ship");

  private static final TestDatabase DATABASE = TestDatabase.create();
  private static final PostgresAdapters POSTGRES = DATABASE.open();

  /** One deed, and what it was told. */
  private record Told(Deed deed, Outcome<?> outcome) {}

  @AfterAll
  static void close() {
    POSTGRES.close();
  }

  @Test
  void of_two_acts_at_once_each_comes_to_what_it_would_have_one_after_the_other() {
    int races = 0;
    Set<String> names = new TreeSet<>(stage(0).deeds().keySet());
    for (String one : names) {
      for (String other : names) {
        if (one.compareTo(other) <= 0) {
          int rounds = CLOSEST.contains(one + "+" + other) ? CLOSE : ANY;
          for (int round = 0; round < rounds; round++) {
            race(one, other, round);
            races++;
          }
        }
      }
    }
    System.out.println(races + " races");
    assertThat(
            DATABASE.number(
                "SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()"))
        .isZero();
    // Nobody relays the events here.
    assertThat(DATABASE.findings("I9")).isEmpty();
  }

  private static void race(String one, String other, int round) {
    Stage stage = stage(round);
    List<Deed> deeds = List.of(stage.deeds().get(one), stage.deeds().get(other));
    List<Told> told =
        Racing.all(2, i -> new Told(deeds.get(i), stage.existence().act(deeds.get(i))));
    finish(stage);
    List<String> differences = new ArrayList<>();
    for (List<Told> order : List.of(told, told.reversed())) {
      try {
        follow(stage, order);
        return;
      } catch (AssertionError difference) {
        differences.add(order + " differs: " + difference.getMessage());
      }
    }
    throw new AssertionError(one + " and " + other + ", round " + round + ": " + differences);
  }

  private static void follow(Stage stage, List<Told> order) {
    Model model = stage.model();
    for (Told each : order) {
      String said = Said.of(each.outcome());
      assertThat(said).isEqualTo(Prediction.of(model, each.deed(), Existence.left(each.outcome())));
    }
    Difference.none(stage.existence(), model);
  }

  /** Half of them are about an order of which nothing is shipped yet. */
  private static Stage stage(int round) {
    CapturePolicy[] policies = CapturePolicy.values();
    return new Stage(House.on(POSTGRES), policies[round / 2 % policies.length], round % 2 == 0);
  }

  /** Whoever was overtaken has left its work to the background. */
  private static void finish(Stage stage) {
    for (int i = 0; i < 20 && DATABASE.number("SELECT count(*) FROM order_work") > 0; i++) {
      DATABASE.execute("UPDATE order_work SET due_at = now()");
      stage.existence().useCases().runDueWork().once(1);
    }
  }
}
