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

  private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999999Z");

  private Times() {}

  static Optional<Instant> parse(String text) {
    if (!FORM.matcher(text).matches()) {
      return Optional.empty();
    }
    try {
      // In UTC as well, because an offset may lead out of the years that RFC 3339 can write.
      return Optional.of(OffsetDateTime.parse(text).toInstant())
          .filter(time -> !time.isBefore(FIRST) && !time.isAfter(LAST));
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
