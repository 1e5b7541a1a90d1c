package io.storefront.adapters.postgres;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.storefront.adapters.testkit.TestDatabase;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Statements that take rows as JSON name their columns as the tables do, and in one order. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RowTypesTest {
  private static final TestDatabase DATABASE = TestDatabase.create();

  private static final List<String> BESIDE =
      List.of(
          "order_contact",
          "payment_attempt",
          "order_journal",
          "stock_claim",
          "stock_claim_line",
          "stock_ledger",
          "cancellation",
          "shipment",
          "carrier_event",
          "refund",
          "order_return");

  /** Of a table, the columns that an insert lists, and those that its rows are said to have. */
  private static final Pattern WRITTEN =
      Pattern.compile(
          """
          (?:INSERT INTO|UPDATE) (?<table>\\w+)(?: AS)?(?: \\w+)?\\s*(?:\\((?<listed>[^)]*)\\))?\
          (?:(?!INSERT INTO|UPDATE \\w).)*?\
          json_to_record(?:set)?\\(:\\w+::json\\)\\s+AS\\s+\\w+\\s*\\((?<said>[^)]*)\\)\
          """,
          Pattern.DOTALL);

  /** The changed columns of orders, among what a commit has to know beside them. */
  private static final Pattern CHANGED =
      Pattern.compile("AS c\\s*\\((?<said>.*?), together integer,", Pattern.DOTALL);

  @Test
  void a_new_order() {
    assertThat(tables(PlacingSql.WITH_RECORDS)).startsWith("idempotency", "orders", "order_line");
    assertThat(tables(PlacingSql.WITH_RECORDS).skip(3)).containsExactlyElementsOf(BESIDE);
  }

  @Test
  void a_later_version() {
    assertThat(tables(AdvancingSql.WITH_RECORDS))
        .startsWith("idempotency", "idempotency", "order_line");
    assertThat(tables(AdvancingSql.WITH_RECORDS).skip(3)).containsExactlyElementsOf(BESIDE);
  }

  @ParameterizedTest
  @MethodSource
  void what_changes_of_an_order(String statement) {
    Matcher changed = CHANGED.matcher(statement);
    assertThat(changed.find()).isTrue();
    assertTypes("orders", columns(changed.group("said")));
  }

  static Stream<String> what_changes_of_an_order() {
    return Stream.of(PlacingSql.STATEMENT, AdvancingSql.STATEMENT, AdvancingSql.ALONE);
  }

  @Test
  void a_product() {
    assertThat(tables(PostgresProducts.PUT)).containsExactly("product_price");
  }

  private static Stream<String> tables(String statement) {
    return WRITTEN.matcher(statement).results().map(RowTypesTest::checked);
  }

  private static String checked(MatchResult written) {
    String table = written.group("table");
    List<String[]> said = columns(written.group("said"));
    if (written.group("listed") != null) {
      assertThat(split(written.group("listed")))
          .as(table)
          .containsSequence(said.stream().map(column -> column[0]).toList());
    }
    assertTypes(table, said);
    return table;
  }

  private static void assertTypes(String table, List<String[]> said) {
    String columns =
        said.stream()
            .map(column -> "('%s', '%s'::regtype)".formatted(column[0], column[1]))
            .collect(joining(", "));
    // A code of three letters is padded to three letters, so that text will do.
    assertThat(
            DATABASE.number(
                """
                SELECT count(*) FROM (VALUES %s) said(name, type)
                JOIN pg_attribute a ON a.attrelid = '%s'::regclass AND a.attname = said.name
                  AND (a.atttypid = said.type
                       OR a.atttypid = 'bpchar'::regtype AND said.type = 'text'::regtype)
                """
                    .formatted(columns, table)))
        .as(table + ": " + columns)
        .isEqualTo(said.size());
  }

  private static List<String[]> columns(String said) {
    return split(said).map(each -> each.split(" ")).toList();
  }

  private static Stream<String> split(String columns) {
    return Stream.of(columns.split(",")).map(String::strip);
  }
}
