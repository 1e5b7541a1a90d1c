package io.storefront.reliability.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.storefront.reliability.blackbox.Evidence.Event;
import io.storefront.reliability.blackbox.Evidence.Glance;
import io.storefront.reliability.blackbox.Plan.Act;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * One run, as the properties {@code blackbox.…} say; then what was seen and what is stored is
 * broken in every way that the checks must tell.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BlackBoxTest {
  private static final Path HISTORY = Path.of("target", "blackbox-history.txt");

  private final Plan plan = Plan.fromProperties();
  private final BlackBox box = new BlackBox(plan);
  private Outcome outcome;
  private Books books;

  @BeforeAll
  void run() throws Exception {
    outcome = box.run();
    try (Connection connection = box.connect()) {
      books = Books.read(connection);
    }
  }

  @AfterAll
  void close() throws Exception {
    box.close();
  }

  @Test
  void nothing_acknowledged_is_lost_and_nothing_happens_twice() throws IOException {
    Figures figures = new Figures(outcome, books, box.successes());
    figures.lines().forEach(line -> System.out.println("blackbox: " + line));
    List<Violation> violations = Violation.in(outcome.evidence(), books);
    System.out.println("blackbox: violations: " + violations.size());
    if (!violations.isEmpty() || Boolean.getBoolean("blackbox.history")) {
      outcome.evidence().write(HISTORY);
    }

    assertThat(violations).isEmpty();
    assertThat(outcome.verified()).as(outcome.verdict()).isZero();
    assertThat(outcome.deadlocks()).as("I18").isZero();
    assertThat(outcome.quiet().millis()).as("I9: quiet").isNotNegative();
    for (Act act : Act.values()) {
      assertThat(figures.blows(act)).hasSize(Collections.frequency(plan.acts(), act));
    }
    assertThat(figures.orphans(Act.KILL))
        .as("orders whose server was killed in the middle")
        .isGreaterThanOrEqualTo(plan.kills() / 4);
    assertThat(figures.orphans(Act.FREEZE))
        .as("orders that others have finished while their server stood still")
        .isGreaterThanOrEqualTo(plan.freezes() / 4);
    assertThat(outcome.answers().keySet()).containsAll(BlackBox.EVERY_ANSWER);
  }

  @ParameterizedTest
  @EnumSource
  void what_is_stored_wrongly_is_told(Damage damage) throws SQLException {
    try (Connection connection = box.connect()) {
      Books damaged = damage.done(connection);
      assertThat(Violation.in(outcome.evidence(), damaged))
          .extracting(Violation::invariant)
          .contains(damage.invariant);
    }
  }

  @Test
  void an_answer_that_changes_is_told() {
    expect(
        "I8",
        outcome
            .evidence()
            .withTalks(
                changed(
                    Said::isConfirmed,
                    said ->
                        new Said(201, said.contentType(), said.location(), said.text() + " "))));
  }

  @Test
  void an_order_that_changes_its_id_is_told() {
    expect(
        "I7",
        outcome
            .evidence()
            .withTalks(
                changed(Said::isConfirmed, said -> new Said(202, "", "/v1/orders/ord_x", ""))));
  }

  @Test
  void an_order_that_was_acknowledged_and_cannot_be_seen_is_told() {
    Talk talk = outcome.evidence().talks().getFirst();
    String order = talk.orders().findFirst().orElseThrow();
    expect(
        "I6", outcome.evidence().withGlances(List.of(new Glance(order, "", "PENDING or later"))));
  }

  @Test
  void an_event_that_is_missing_or_comes_late_is_told() {
    List<Event> missing = new ArrayList<>(outcome.evidence().feed());
    missing.removeFirst();
    expect("I10", outcome.evidence().withFeed(missing));
    List<Event> swapped = new ArrayList<>(outcome.evidence().feed());
    Collections.swap(swapped, 0, 1);
    expect("I10", outcome.evidence().withFeed(swapped).withFollowed(List.of()));
    expect("I10", outcome.evidence().withFollowed(missing));
  }

  private void expect(String invariant, Evidence evidence) {
    assertThat(Violation.in(evidence, books)).extracting(Violation::invariant).contains(invariant);
  }

  /** The first talk in which something like this was said goes on with that. */
  private List<Talk> changed(java.util.function.Predicate<Said> like, UnaryOperator<Said> more) {
    List<Talk> talks = new ArrayList<>(outcome.evidence().talks());
    for (int i = 0; i < talks.size(); i++) {
      var said = talks.get(i).said().stream().filter(like).findFirst();
      if (said.isPresent()) {
        talks.set(i, talks.get(i).and(more.apply(said.get())));
        return talks;
      }
    }
    throw new AssertionError("nothing like this was said");
  }
}
