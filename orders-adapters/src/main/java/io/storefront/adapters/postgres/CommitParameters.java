package io.storefront.adapters.postgres;

import static java.util.Comparator.comparing;

import io.storefront.orders.ExternalReference;
import io.storefront.orders.Order;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * Changes of different orders in the form of the parameters of {@link PlacingSql} and {@link
 * AdvancingSql}: several where {@link #mayBeTogether}, else one.
 */
record CommitParameters(List<ChangeParameters> changes) {

  /**
   * Whether such a change may be stored by one statement with others of its kind. Under a lease,
   * because then there is work, whose rows are locked first and in one order: two statements that
   * store versions of the same orders meet there and nowhere else.
   */
  static boolean mayBeTogether(ChangeParameters change) {
    return change.change().isPlacing()
        ? !change.hasRecords()
        : change.isAlone() && change.change().lease().isPresent();
  }

  /** Whether an order or a request is there twice, which one statement cannot tell apart. */
  boolean hasTwins() {
    return changes.stream().map(CommitParameters::whatItTakes).distinct().count() < changes.size();
  }

  /** The request, or, where it takes none, the order. */
  private static List<?> whatItTakes(ChangeParameters each) {
    return each.request()
        .row()
        .<List<?>>map(row -> List.of(row.owner(), row.operation(), row.key()))
        .orElseGet(() -> List.of(each.id()));
  }

  /**
   * The one statement that stores them.
   *
   * @param again leaves out the plain look at stock, so that only a write decides
   */
  Query statement(Handle handle, boolean again) {
    ChangeParameters first = changes.getFirst();
    if (first.isAlone()) {
      return bindEnds(bindOrders(handle.createQuery(AdvancingSql.ALONE)));
    }
    Query query =
        bindOrders(begin(handle, first))
            .bind("lines", rows(ChangeParameters::lines))
            .bind("contact", rows(ChangeParameters::contact))
            .bind("again", again);
    ClaimParameters.together(changes.stream().map(ChangeParameters::claim).toList()).bindTo(query);
    return EnclosedRequest.bind(query, changes.stream().map(ChangeParameters::request).toList());
  }

  private Query begin(Handle handle, ChangeParameters first) {
    if (!first.hasRecords()) {
      return first.change().isPlacing()
          ? handle.createQuery(PlacingSql.STATEMENT)
          : bindEnds(handle.createQuery(AdvancingSql.STATEMENT)).bind("id", first.id());
    }
    return RecordRows.of(first.change().order().records())
        .bindTo(
            first.change().isPlacing()
                ? handle.createQuery(PlacingSql.WITH_RECORDS)
                : bindEnds(handle.createQuery(AdvancingSql.WITH_RECORDS)).bind("id", first.id()));
  }

  private Query bindEnds(Query query) {
    return query.bind("ends", rows(each -> each.request().end(each.id()).stream()));
  }

  /** New references in one order, so that nobody waits for somebody who waits for him. */
  private Query bindOrders(Query query) {
    return query
        .bind(
            "changes",
            Json.write(
                changes.stream()
                    .sorted(
                        comparing(CommitParameters::storefront)
                            .thenComparing(CommitParameters::reference))
                    .map(each -> ChangeRow.of(each.change(), changes.size()))
                    .toList()))
        .bind("together", changes.size())
        .bind("attempts", rows(ChangeParameters::attempts))
        .bind("events", rows(ChangeParameters::events));
  }

  private static String storefront(ChangeParameters each) {
    return each.change().order().storefront().value();
  }

  private static String reference(ChangeParameters each) {
    Order order = each.change().order();
    return order.terms().reference().map(ExternalReference::value).orElse("");
  }

  private String rows(Function<ChangeParameters, Stream<?>> part) {
    return Json.write(changes.stream().flatMap(part).toList());
  }
}
