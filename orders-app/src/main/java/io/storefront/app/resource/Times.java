package io.storefront.app.resource;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.regex.Pattern;

/** Times as in RFC 3339. */
final class Times {
  static final String RULE = "must be a time as in RFC 3339, such as 2026-11-25T10:15:00Z";

  private static final Pattern FORM =
      Pattern.compile(
          "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,9})?"
              + "(Z|[+-][0-9]{2}:[0-9]{2})");

  private Times() {}

  static Optional<Instant> parse(String text) {
    if (!FORM.matcher(text).matches() || text.startsWith("0000")) {
      return Optional.empty();
    }
    try {
      return Optional.of(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** A query parameter; a plus sign that was not encoded has become a space. */
  static Optional<Instant> of(Query query, String name) {
    return query
        .get(name)
        .map(text -> parse(text.replace(' ', '+')).orElseThrow(() -> Query.refused(name, RULE)));
  }
}
