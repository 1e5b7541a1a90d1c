package io.storefront.adapters.postgres;

import io.storefront.app.answers.Answer;
import io.storefront.orders.Order;
import io.storefront.orders.Records;
import io.storefront.orders.port.Change;
import io.storefront.orders.port.Lease;
import io.storefront.orders.port.Work;
import java.time.Duration;
import java.util.Optional;
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
    Order order = change.order();
    Query query = begin(handle);
    query
        .bind("id", OrderKeys.uuid(order.id()))
        .bind("version", order.version())
        .bind("order", Json.write(OrderRow.of(order, change.id())))
        .bind("contact", Json.write(ContactRow.of(order)))
        .bind("lines", Json.write(order.lines().stream().map(LineRow::of).toList()))
        .bind(
            "attempts",
            Json.write(order.payment().attempts().stream().map(AttemptRow::of).toList()))
        .bind(
            "events",
            Json.write(change.events().stream().map(event -> EventRow.of(event, order)).toList()))
        .bind("epoch", change.lease().map(Lease::epoch).orElse(null))
        .bind("again", again);
    return claim.bindTo(request.bindTo(bindWork(query)));
  }

  private Query begin(Handle handle) {
    Records records = change.order().records();
    if (records.isEmpty()) {
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
