package io.storefront.adapters.postgres;

import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/**
 * Rows travel as JSON, many in one parameter or one column, so that an order goes there or comes
 * back in one round trip. A row's record has the names of its table's columns; what is absent does
 * not travel. Statements name the types of the columns themselves: a table's own row type would
 * bring the texts of all its checks along, each time.
 */
final class Json {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .changeDefaultPropertyInclusion(rule -> rule.withValueInclusion(Include.NON_ABSENT))
          .build();

  private Json() {}

  static String write(Object rows) {
    return MAPPER.writeValueAsString(rows);
  }

  static <T> T read(String text, Class<T> type) {
    return MAPPER.readValue(text, type);
  }

  static <T> List<T> readAll(String text, Class<T[]> type) {
    return List.of(MAPPER.readValue(text, type));
  }

  /** The row in a column that is never null. */
  static <T> T one(ResultSet row, String column, Class<T> type) throws SQLException {
    return read(Columns.text(row, column), type);
  }

  /** The rows in a column that is never null. */
  static <T> List<T> all(ResultSet row, String column, Class<T[]> type) throws SQLException {
    return readAll(Columns.text(row, column), type);
  }
}
