package list;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the server does for statements: whether it sorts, or reads a table from end to end. */
final class Plan {
  private static final String EXPLAIN =
      "EXPLAIN (ANALYZE, BUFFERS, TIMING OFF, FORMAT %s) EXECUTE page%s";

  private final TreeSet<String> readWhole = new TreeSet<>();
  private long sorted;
  private long read;
  private long pages;

  private Plan() {}

  /** Of the plan for these very values, and of the one for any. */
  static String of(List<Statements.Statement> statements, Shop shop) throws SQLException {
    Plan both = new Plan();
    for (String mode : List.of("force_custom_plan", "force_generic_plan")) {
      Plan plan = new Plan();
      for (Statements.Statement statement : statements) {
        JsonNode root = JsonMapper.shared().readTree(explained(statement, mode, "JSON", shop));
        plan.look(root);
        plan.pages += pages(root.path(0).path("Plan"));
      }
      both.readWhole.addAll(plan.readWhole);
      both.sorted = Math.max(both.sorted, plan.sorted);
      both.read = Math.max(both.read, plan.read);
      both.pages = Math.max(both.pages, plan.pages);
    }
    return both.toString();
  }

  /** The plan for any values, for people. */
  static String text(List<Statements.Statement> statements, Shop shop) throws SQLException {
    StringBuilder text = new StringBuilder();
    for (Statements.Statement statement : statements) {
      text.append(statement.sql()).append("\n\n");
      text.append(explained(statement, "force_generic_plan", "TEXT", shop)).append("\n");
    }
    return text.toString();
  }

  private static String explained(
      Statements.Statement statement, String mode, String format, Shop shop) throws SQLException {
    List<String> values = statement.values().stream().map(Plan::literal).toList();
    String given = values.isEmpty() ? "" : "(" + String.join(", ", values) + ")";
    StringBuilder lines = new StringBuilder();
    try (Connection connection = shop.connect();
        var session = connection.createStatement()) {
      session.execute("SET plan_cache_mode = " + mode);
      session.execute("PREPARE page AS " + statement.sql());
      try (ResultSet found = session.executeQuery(EXPLAIN.formatted(format, given))) {
        while (found.next()) {
          lines.append(found.getString(1)).append("\n");
        }
      }
    }
    return lines.toString();
  }

  private static String literal(Optional<String> value) {
    return value.map(text -> "'" + text.replace("'", "''") + "'").orElse("NULL");
  }

  private void look(JsonNode node) {
    String type = node.path("Node Type").asString("");
    String table = node.path("Relation Name").asString("");
    if (!table.isEmpty()) {
      read += rows(node);
    }
    if (type.equals("Seq Scan") && rows(node) + removed(node) > 0) {
      readWhole.add(table);
    }
    if (type.endsWith("Sort")) {
      sorted += rows(node.path("Plans").path(0));
    }
    node.forEach(this::look);
  }

  private static long rows(JsonNode node) {
    return Math.round(node.path("Actual Rows").asDouble(0) * node.path("Actual Loops").asDouble(0));
  }

  /** Whatever an index is read for, and however much of it is thrown away, stands in pages. */
  private static long pages(JsonNode plan) {
    return plan.path("Shared Hit Blocks").asLong(0) + plan.path("Shared Read Blocks").asLong(0);
  }

  private static long removed(JsonNode node) {
    return node.path("Rows Removed by Filter").asLong(0);
  }

  @Override
  public String toString() {
    return "%sreads %,d rows in %,d pages%s"
        .formatted(
            readWhole.isEmpty() ? "" : "READS ALL OF " + readWhole + ", ",
            read,
            pages,
            sorted == 0 ? "" : ", sorts %,d".formatted(sorted));
  }
}
