package io.storefront.app.resource;

import io.storefront.app.answers.Answer;
import io.storefront.app.answers.Replies;
import io.storefront.app.problem.ProblemType;
import io.storefront.app.problem.Refused;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What all lists have in common. */
final class Paging {
  static final int DEFAULT_LIMIT = 50;
  static final int MAX_LIMIT = 200;

  private record ListView<T>(List<T> items, PageView page) {}

  private record PageView(int limit, boolean hasMore, Optional<String> nextCursor) {}

  private Paging() {}

  /** How many the call asks for. */
  static int limit(Call call) {
    Optional<String> text = call.query().get("limit");
    if (text.isEmpty()) {
      return DEFAULT_LIMIT;
    }
    if (text.get().matches("[0-9]{1,9}")) {
      int limit = Integer.parseInt(text.get());
      if (limit >= 1 && limit <= MAX_LIMIT) {
        return limit;
      }
    }
    throw new Refused(ProblemType.INVALID_LIMIT, "The limit must be 1 to " + MAX_LIMIT + ".");
  }

  /** One page. */
  static Answer page(int limit, List<?> items, Optional<String> nextCursor) {
    return page(limit, items, nextCursor.isPresent(), nextCursor);
  }

  /** One page of a list that grows at its end, so that even after the last one reading goes on. */
  static Answer page(int limit, List<?> items, boolean hasMore, Optional<String> nextCursor) {
    return Replies.json(200, new ListView<>(items, new PageView(limit, hasMore, nextCursor)));
  }

  /**
   * One page of what was read with one more than the limit.
   *
   * @param cursor where to go on after an item
   */
  static <T> Answer page(
      int limit, List<T> oneMore, Function<T, ?> view, Function<T, String> cursor) {
    List<T> items = oneMore.subList(0, Math.min(limit, oneMore.size()));
    Optional<String> next =
        oneMore.size() > limit ? Optional.of(cursor.apply(items.getLast())) : Optional.empty();
    return page(limit, items.stream().map(view).toList(), next);
  }
}
