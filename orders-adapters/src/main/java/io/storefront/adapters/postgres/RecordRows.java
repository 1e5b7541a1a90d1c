package io.storefront.adapters.postgres;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.storefront.orders.CarrierEvent;
import io.storefront.orders.Records;
import io.storefront.orders.Shipment;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jdbi.v3.core.statement.SqlStatement;
import org.joda.money.CurrencyUnit;

/** What {@link RecordSql} writes and reads: an order's records, each kind numbered from 1. */
record RecordRows(
    List<CancellationRow> cancellations,
    List<ShipmentRow> shipments,
    List<CarrierEventRow> carrierEvents,
    List<RefundRow> refunds,
    List<ReturnRow> returns) {
  static RecordRows of(Records records) {
    return new RecordRows(
        numbered(records.cancellations(), CancellationRow::of),
        numbered(records.shipments(), ShipmentRow::of),
        records.shipments().stream().flatMap(RecordRows::events).toList(),
        numbered(records.refunds(), RefundRow::of),
        numbered(records.returns(), ReturnRow::of));
  }

  /** How many rows they are. */
  static int count(Records records) {
    return records.cancellations().size()
        + records.shipments().stream().mapToInt(one -> 1 + one.events().size()).sum()
        + records.refunds().size()
        + records.returns().size();
  }

  <S extends SqlStatement<S>> S bindTo(S statement) {
    return statement
        .bind("cancellations", Json.write(cancellations))
        .bind("shipments", Json.write(shipments))
        .bind("carrierEvents", Json.write(carrierEvents))
        .bind("refunds", Json.write(refunds))
        .bind("returns", Json.write(returns));
  }

  Records toRecords(CurrencyUnit currency) {
    Map<UUID, List<CarrierEvent>> events =
        carrierEvents.stream()
            .collect(
                groupingBy(CarrierEventRow::shipment, mapping(CarrierEventRow::toEvent, toList())));
    return new Records(
        cancellations.stream().map(CancellationRow::toCancellation).toList(),
        shipments.stream()
            .map(row -> row.toShipment(events.getOrDefault(row.id(), List.of())))
            .toList(),
        refunds.stream().map(row -> row.toRefund(currency)).toList(),
        returns.stream().map(ReturnRow::toReturn).toList());
  }

  private static Stream<CarrierEventRow> events(Shipment shipment) {
    UUID id = shipment.id().uuid();
    return numbered(shipment.events(), (number, event) -> CarrierEventRow.of(id, number, event))
        .stream();
  }

  private static <T, R> List<R> numbered(List<T> all, BiFunction<Integer, T, R> row) {
    return IntStream.range(0, all.size()).mapToObj(i -> row.apply(i + 1, all.get(i))).toList();
  }
}
