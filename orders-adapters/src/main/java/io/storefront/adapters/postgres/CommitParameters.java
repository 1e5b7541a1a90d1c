package io.storefront.adapters.postgres;

import io.storefront.app.answers.Answer;
import io.storefront.orders.Order;
import io.storefront.orders.Records;
import io.storefront.orders.port.Change;
import io.storefront.orders.port.Lease;
import io.storefront.orders.port.Work;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** A change in the form of the parameters of {@link PlacingSql} and {@link AdvancingSql}. */
record CommitParameters(Change change, EnclosedRequest request, ClaimParameters claim) {

  static CommitParameters of(Change change, ClaimParameters claim, Duration answerRetention) {
    Order order = change.order();
    RequestRow.Placed placed =
        new RequestRow.Placed(order.storefront().value(), OrderKeys.uuid(order.id()));
    return new CommitParameters(
        change,
        EnclosedRequest.of(change.enclosure(), Optional.of(placed), answerRetention),
        claim);
  }

  /**
   * The one statement that stores the change.
   *
   * @param again leaves out the plain look at stock, so that only a write decides
   */
  Query statement(Handle handle, boolean again) {
    if (isAlone()) {
      return bindOrder(bindAdvance(handle.createQuery(AdvancingSql.ALONE)));
    }
    Query query =
        bindOrder(begin(handle))
            .bind("lines", Json.write(changed(Order::lines).stream().map(LineRow::of).toList()))
            .bind("contact", Json.write(contact()))
            .bind("again", again);
    return claim.bindTo(request.bindTo(query));
  }

  /** What most changes are: nothing but the order itself, its attempts and its events. */
  private boolean isAlone() {
    return !change.isPlacing()
        && claim.change().isEmpty()
        && request.row().isEmpty()
        && isAsBefore(Order::lines)
        && isAsBefore(Order::particulars)
        && isAsBefore(Order::records);
  }

  private boolean isAsBefore(Function<Order, ?> part) {
    return change.before().map(part).filter(part.apply(change.order())::equals).isPresent();
  }

  /** What the stored order has not already, each at its place. */
  private <T> List<T> changed(Function<Order, List<T>> part) {
    List<T> before = change.before().map(part).orElseGet(List::of);
    List<T> now = part.apply(change.order());
    return IntStream.range(0, now.size())
        .filter(n -> n >= before.size() || !before.get(n).equals(now.get(n)))
        .mapToObj(now::get)
        .toList();
  }

  private List<ContactRow> contact() {
    return isAsBefore(Order::particulars) ? List.of() : List.of(ContactRow.of(change.order()));
  }

  private Query begin(Handle handle) {
    Records records = change.order().records();
    if (records.isEmpty() || isAsBefore(Order::records)) {
      return change.isPlacing()
          ? handle.createQuery(PlacingSql.STATEMENT)
          : bindAdvance(handle.createQuery(AdvancingSql.STATEMENT));
    }
    return RecordRows.of(records)
        .bindTo(
            change.isPlacing()
                ? handle.createQuery(PlacingSql.WITH_RECORDS)
                : bindAdvance(handle.createQuery(AdvancingSql.WITH_RECORDS)));
  }

  private Query bindOrder(Query query) {
    Order order = change.order();
    return bindWork(query)
        .bind("id", OrderKeys.uuid(order.id()))
        .bind("version", order.version())
        .bind("order", Json.write(OrderRow.of(order, change.id())))
        .bind(
            "attempts",
            Json.write(
                changed(each -> each.payment().attempts()).stream().map(AttemptRow::of).toList()))
        .bind(
            "events",
            Json.write(change.events().stream().map(event -> EventRow.of(event, order)).toList()))
        .bind("told", change.events().size())
        .bind("epoch", change.lease().map(Lease::epoch).orElse(null));
  }

  private Query bindAdvance(Query query) {
    Optional<Answer> end = request.answer().filter(answer -> request.ends());
    return query
        .bind("storefront", change.order().storefront().value())
        .bind("ends", request.ends())
        .bind("endStatus", end.map(Answer::status).orElse(null))
        .bind("endHeaders", end.map(answer -> Json.write(answer.headers())).orElse(null))
        .bind("endBody", end.map(Answer::body).orElse(null));
  }

  private Query bindWork(Query query) {
    return switch (change.work()) {
      case Work.Done() -> query.bind("work", "DONE").bind("workMillis", 0L);
      case Work.Due(Duration in) -> query.bind("work", "DUE").bind("workMillis", in.toMillis());
      case Work.Leased(Duration length) ->
          query.bind("work", "LEASED").bind("workMillis", length.toMillis());
    };
  }
}
