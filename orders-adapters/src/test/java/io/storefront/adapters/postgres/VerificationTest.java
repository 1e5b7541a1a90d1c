package io.storefront.adapters.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.storefront.adapters.postgres.verification.Finding;
import io.storefront.adapters.postgres.verification.Invariant;
import io.storefront.adapters.postgres.verification.Repairs;
import io.storefront.adapters.postgres.verification.Verification;
import io.storefront.adapters.testkit.PostgresVersion;
import io.storefront.adapters.testkit.TestDatabase;
import io.storefront.orders.Sku;
import io.storefront.orders.testkit.Racing;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;

/** Every invariant is looked at, each break is found and named, and nothing else is. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class VerificationTest {
  private static final Map<PostgresVersion, TestDatabase> BUSY =
      new EnumMap<>(PostgresVersion.class);

  @ParameterizedTest
  @EnumSource
  void a_busy_shop_keeps_every_invariant(PostgresVersion version) {
    TestDatabase database = busy(version);
    assertThat(database.number("SELECT count(DISTINCT status) FROM orders")).isEqualTo(5);
    assertThat(database.number("SELECT count(DISTINCT fulfillment_status) FROM orders"))
        .isGreaterThanOrEqualTo(5);
    assertThat(database.number("SELECT count(*) FROM idempotency"))
        .isEqualTo(database.number("SELECT count(*) FROM orders"));
    assertThat(database.findingsWithSandbox()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("corruptions")
  void a_break_is_found_and_named(Corruption corruption) {
    TestDatabase database = busy(PostgresVersion.NEWEST).copy();
    corruption.statements().forEach(database::execute);

    assertThat(database.findingsWithSandbox())
        .as("%s", corruption.statements())
        .extracting(finding -> finding.invariant().name())
        .containsExactlyInAnyOrderElementsOf(corruption.broken());
  }

  static List<Corruption> corruptions() {
    return Corruption.all();
  }

  @Test
  void every_invariant_is_broken_by_some_corruption() {
    assertThat(Corruption.all().stream().flatMap(each -> each.broken().stream()).distinct())
        .containsExactlyInAnyOrderElementsOf(
            Verification.all().stream().map(Invariant::name).toList());
  }

  @ParameterizedTest
  @MethodSource("mendable")
  void what_can_be_mended_is_mended_and_history_stays(
      Corruption corruption, PostgresVersion version) {
    TestDatabase database = busy(version).copy();
    corruption.statements().forEach(database::execute);
    long journal = database.number("SELECT count(*) FROM order_journal");
    long ledger = database.number("SELECT max(id) FROM stock_ledger");
    long history = ledgerBefore(database, ledger);
    PostgresAdapters postgres = PostgresAdapters.over(database.dataSource());
    Repairs repairs = postgres.repairs();
    List<Finding> before = database.findingsWithSandbox();

    assertThat(before)
        .allSatisfy(
            finding -> {
              assertThat(repairs.mendable(finding.invariant()).map(Finding::total))
                  .hasValue(finding.total());
              assertThat(repairs.mend(finding.invariant())).isEqualTo((int) finding.total());
              assertThat(repairs.mendable(finding.invariant())).isEmpty();
              assertThat(repairs.mend(finding.invariant())).isZero();
            });

    assertThat(database.findingsWithSandbox()).isEmpty();
    assertThat(database.number("SELECT count(*) FROM order_journal")).isEqualTo(journal);
    assertThat(ledgerBefore(database, ledger)).isEqualTo(history);
  }

  static Stream<Arguments> mendable() {
    return Stream.of(PostgresVersion.values())
        .flatMap(version -> mendableOnes().map(each -> Arguments.of(each, version)));
  }

  private static Stream<Corruption> mendableOnes() {
    List<String> names = Repairs.mendable().stream().map(Invariant::name).toList();
    return Corruption.all().stream().filter(each -> names.containsAll(each.broken()));
  }

  @Test
  void every_repair_is_shown_to_mend() {
    assertThat(mendableOnes().flatMap(each -> each.broken().stream()).distinct())
        .containsExactlyInAnyOrderElementsOf(
            Repairs.mendable().stream().map(Invariant::name).toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"reserved-is-claimed", "ended-orders-claim-nothing"})
  void what_the_ledger_does_not_bear_out_is_left_to_a_person(String name) {
    TestDatabase database = busy(PostgresVersion.NEWEST).copy();
    database.execute(
        "UPDATE stock_claim_line SET reserved = reserved + 1 WHERE owner IN"
            + " (SELECT 'ord_' || id FROM orders WHERE status = 'REJECTED')");
    PostgresAdapters postgres = PostgresAdapters.over(database.dataSource());
    Invariant invariant =
        Verification.all().stream()
            .filter(each -> each.name().equals(name))
            .findFirst()
            .orElseThrow();

    assertThat(postgres.verification(true).check(invariant)).isPresent();
    assertThat(postgres.repairs().mendable(invariant)).isEmpty();
    assertThat(postgres.repairs().mend(invariant)).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void the_right_to_read_is_enough(PostgresVersion version) {
    TestDatabase database = busy(version).copy();
    String role = "reader_" + version.name().toLowerCase(java.util.Locale.ROOT);
    database.execute(
        "CREATE ROLE " + role + " LOGIN", "GRANT SELECT ON ALL TABLES IN SCHEMA public TO " + role);
    PGSimpleDataSource reading = new PGSimpleDataSource();
    reading.setURL(database.jdbcUrl());
    reading.setUser(role);

    assertThat(PostgresAdapters.over(reading).verification(true).findings()).isEmpty();
    assertThatThrownBy(
            () -> PostgresAdapters.over(reading).repairs().mend(Repairs.mendable().getFirst()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("permission denied");
    database.execute("DROP OWNED BY " + role, "DROP ROLE " + role);
  }

  @ParameterizedTest
  @EnumSource
  void beside_servers_at_work_there_is_no_false_alarm(PostgresVersion version) {
    TestDatabase database = TestDatabase.create(version);
    try (PostgresAdapters postgres = database.open()) {
      BusyShop shop = new BusyShop(postgres);
      long end = System.nanoTime() + Duration.ofSeconds(4).toNanos();
      List<List<Finding>> found =
          Racing.all(
              6,
              racer -> {
                List<Finding> all = new java.util.ArrayList<>();
                for (int n = 0; System.nanoTime() < end; n++) {
                  if (racer == 0) {
                    all.addAll(database.findingsWithSandbox());
                  } else if (racer == 1) {
                    shop.runDueWork();
                  } else if (racer == 2) {
                    shop.relay();
                  } else {
                    shop.place(token(n), skus(racer + n));
                  }
                }
                return all;
              });

      assertThat(found).allSatisfy(none -> assertThat(none).isEmpty());
      assertThat(database.number("SELECT count(*) FROM orders")).isGreaterThan(50);
      assertThat(database.findingsWithSandbox()).isEmpty();
    }
  }

  private static String token(int n) {
    return List.of("tok_approve", "tok_decline", "tok_timeout", "tok_approve", "tok_error")
        .get(n % 5);
  }

  private static Sku[] skus(int n) {
    return n % 2 == 0
        ? new Sku[] {BusyShop.TEA, BusyShop.CUP}
        : new Sku[] {BusyShop.CUP, BusyShop.GIFT, BusyShop.TEA};
  }

  private static long ledgerBefore(TestDatabase database, long last) {
    return database.number(
        "SELECT coalesce(sum(hashtext(l::text)), 0)::bigint FROM stock_ledger l"
            + " WHERE id <= "
            + last);
  }

  /** Built once for each version; nobody stays connected, so that it can be copied. */
  private static synchronized TestDatabase busy(PostgresVersion version) {
    return BUSY.computeIfAbsent(
        version,
        any -> {
          TestDatabase database = TestDatabase.create(version);
          try (PostgresAdapters postgres = database.open()) {
            new BusyShop(postgres).placeSomeOfEveryKind();
          }
          return database;
        });
  }
}
