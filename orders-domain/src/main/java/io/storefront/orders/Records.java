package io.storefront.orders;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** What acts have left with an order, each kind oldest first. */
public record Records(
    List<Cancellation> cancellations,
    List<Shipment> shipments,
    List<Refund> refunds,
    List<Return> returns) {
  /** Nothing yet. */
  public static final Records NONE = new Records(List.of(), List.of(), List.of(), List.of());

  /** Copies. */
  public Records {
    cancellations = List.copyOf(cancellations);
    shipments = List.copyOf(shipments);
    refunds = List.copyOf(refunds);
    returns = List.copyOf(returns);
  }

  /** Whether there is none of any kind. */
  public boolean isEmpty() {
    return equals(NONE);
  }

  /** One more, or the newer state of one that is there. */
  public Records with(Cancellation one) {
    return new Records(put(cancellations, one, Cancellation::id), shipments, refunds, returns);
  }

  /** One more, or the newer state of one that is there. */
  public Records with(Shipment one) {
    return new Records(cancellations, put(shipments, one, Shipment::id), refunds, returns);
  }

  /** One more, or the newer state of one that is there. */
  public Records with(Refund one) {
    return new Records(cancellations, shipments, put(refunds, one, Refund::id), returns);
  }

  /** One more, or the newer state of one that is there. */
  public Records with(Return one) {
    return new Records(cancellations, shipments, refunds, put(returns, one, Return::id));
  }

  /** The shipment of this id. */
  public Optional<Shipment> shipment(RecordId id) {
    return shipments.stream().filter(one -> one.id().equals(id)).findFirst();
  }

  /** The refund of this id. */
  public Optional<Refund> refund(RecordId id) {
    return refunds.stream().filter(one -> one.id().equals(id)).findFirst();
  }

  /** The return of this id. */
  public Optional<Return> returned(RecordId id) {
    return returns.stream().filter(one -> one.id().equals(id)).findFirst();
  }

  /** All units of some records. */
  static <T> Units sum(List<T> records, Function<T, Units> units) {
    return records.stream().map(units).reduce(Units.NONE, Units::plus);
  }

  private static <T> List<T> put(List<T> all, T one, Function<T, RecordId> id) {
    List<T> next = new ArrayList<>(all);
    int place = next.stream().map(id).toList().indexOf(id.apply(one));
    if (place < 0) {
      next.add(one);
    } else {
      next.set(place, Objects.requireNonNull(one));
    }
    return next;
  }
}
