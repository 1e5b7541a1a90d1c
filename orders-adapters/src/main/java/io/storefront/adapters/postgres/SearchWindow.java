package io.storefront.adapters.postgres;

import static java.util.Comparator.comparing;

import io.storefront.app.port.OrderSearch.Position;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A stretch of orders that was read from the index.
 *
 * @param matching those wanted, in the order asked for
 * @param end up to where every storefront was read; empty when there is nothing behind it
 */
record SearchWindow(List<SearchRow> matching, Optional<Position> end) {

  /**
   * Puts together what was read of several storefronts.
   *
   * @param size what was read of each storefront at most; one that gave as many may have more
   */
  static SearchWindow of(List<SearchRow> read, int size, Comparator<Position> order) {
    Optional<Position> end =
        read.stream().filter(row -> row.number() == size).map(SearchRow::position).min(order);
    List<SearchRow> matching =
        read.stream()
            .filter(SearchRow::matches)
            .filter(row -> end.map(last -> order.compare(row.position(), last) <= 0).orElse(true))
            .sorted(comparing(SearchRow::position, order))
            .toList();
    return new SearchWindow(matching, end);
  }
}
