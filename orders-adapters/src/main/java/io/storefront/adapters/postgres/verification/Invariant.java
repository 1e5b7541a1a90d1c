package io.storefront.adapters.postgres.verification;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/**
 * Something that holds at every moment, and one query for the rows that break it.
 *
 * @param id of the family that docs/reliability.md describes, for example {@code I1}
 * @param name in kebab case, unique
 * @param sentence what holds, in words
 * @param advice what a person looks at when it does not
 * @param query its first column counts all rows that break the invariant, its only parameter says
 *     how many of them are wanted
 */
public record Invariant(String id, String name, String sentence, String advice, Query query) {

  /** How its name and family are written together. */
  public String title() {
    return id + " " + name;
  }

  @Override
  public String toString() {
    return title();
  }

  /** A statement that is written down somewhere. */
  @FunctionalInterface
  public interface Query {
    /** The statement, with nothing bound yet. */
    PreparedStatement on(Connection connection) throws SQLException;
  }
}
