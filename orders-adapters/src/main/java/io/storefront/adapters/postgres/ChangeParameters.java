package io.storefront.adapters.postgres;

import io.storefront.orders.Order;
import io.storefront.orders.port.Change;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** One change in the form of rows. */
record ChangeParameters(Change change, EnclosedRequest request, ClaimParameters claim) {

  static ChangeParameters of(Change change, ClaimParameters claim, Duration answerRetention) {
    Order order = change.order();
    RequestRow.Placed placed =
        new RequestRow.Placed(order.storefront().value(), OrderKeys.uuid(order.id()));
    return new ChangeParameters(
        change,
        EnclosedRequest.of(change.enclosure(), Optional.of(placed), answerRetention),
        claim);
  }

  UUID id() {
    return OrderKeys.uuid(change.order().id());
  }

  /** What most changes are: nothing but the order itself, its attempts and its events. */
  boolean isAlone() {
    return !change.isPlacing()
        && claim.changes().isEmpty()
        && request.row().isEmpty()
        && isAsBefore(Order::lines)
        && isAsBefore(Order::particulars)
        && isAsBefore(Order::records);
  }

  boolean hasRecords() {
    return !change.order().records().isEmpty() && !isAsBefore(Order::records);
  }

  Stream<RowOf<LineRow>> lines() {
    return changed(Order::lines).map(LineRow::of).map(this::row);
  }

  Stream<RowOf<ContactRow>> contact() {
    return isAsBefore(Order::particulars)
        ? Stream.empty()
        : Stream.of(row(ContactRow.of(change.order())));
  }

  Stream<RowOf<AttemptRow>> attempts() {
    return changed(order -> order.payment().attempts()).map(AttemptRow::of).map(this::row);
  }

  Stream<RowOf<EventRow>> events() {
    return change.events().stream().map(event -> row(EventRow.of(event, change.order())));
  }

  private <T> RowOf<T> row(T part) {
    return new RowOf<>(id(), change.order().version(), part);
  }

  private boolean isAsBefore(Function<Order, ?> part) {
    return change.before().map(part).filter(part.apply(change.order())::equals).isPresent();
  }

  /** What the stored order has not already, each at its place. */
  private <T> Stream<T> changed(Function<Order, List<T>> part) {
    List<T> before = change.before().map(part).orElseGet(List::of);
    List<T> now = part.apply(change.order());
    return IntStream.range(0, now.size())
        .filter(n -> n >= before.size() || !before.get(n).equals(now.get(n)))
        .mapToObj(now::get);
  }
}
