package io.storefront.app.view;

import io.storefront.app.events.CloudEvent;
import io.storefront.app.events.JournalEntry;
import io.storefront.app.json.JsonWriter;
import io.storefront.app.port.OrderFeed;
import io.storefront.orders.CustomerId;
import io.storefront.orders.OrderId;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Shows what happened to orders. The same entry is always shown in the same bytes. */
public final class EventViews {
  /** What a person has written is shown to whoever may read the order, and to nobody else. */
  private static final Pattern CODE = Pattern.compile("[A-Z0-9_]{1,100}");

  private EventViews() {}

  /** The entry as it leaves the house. */
  public static CloudEvent cloudEvent(JournalEntry entry) {
    return new CloudEvent(
        id(entry),
        type(entry),
        entry.order(),
        entry.sequence(),
        JsonWriter.write(view(Optional.empty(), entry)));
  }

  /** The event in the feed: the same, with its position. */
  public static EventView item(OrderFeed.Item item) {
    return view(Optional.of(item.position()), item.entry());
  }

  /** The entry in its order's history. */
  public static TimelineView timeline(JournalEntry entry) {
    return new TimelineView(
        entry.sequence(),
        word(entry),
        entry.at(),
        entry.actor().value(),
        entry.version(),
        entry.details().amount().map(Simple::money),
        entry.details().reason(),
        entry.details().record());
  }

  /** The event's id, which is the same each time it is told. */
  public static String id(JournalEntry entry) {
    return id(entry.order(), entry.sequence());
  }

  static String id(OrderId order, int sequence) {
    return order.value() + "." + sequence;
  }

  private static String type(JournalEntry entry) {
    return "order." + word(entry) + ".v1";
  }

  private static String word(JournalEntry entry) {
    return entry.type().replace('_', '-');
  }

  private static EventView view(Optional<Long> position, JournalEntry entry) {
    return new EventView(
        position,
        "1.0",
        id(entry),
        "/v1/storefronts/" + entry.storefront(),
        type(entry),
        entry.order().value(),
        entry.at(),
        entry.sequence(),
        "application/json",
        data(entry));
  }

  private static EventView.Data data(JournalEntry entry) {
    JournalEntry.Details details = entry.details();
    return new EventView.Data(
        entry.order().value(),
        entry.storefront().value(),
        entry.version(),
        details.customer().map(CustomerId::value),
        details.country(),
        details.amount().map(Simple::money),
        details.reason().filter(reason -> CODE.matcher(reason).matches()),
        details.record(),
        Optional.of(details.units()).filter(units -> !units.isEmpty()).map(EventViews::lines));
  }

  private static List<EventView.Units> lines(List<JournalEntry.Units> units) {
    return units.stream()
        .map(each -> new EventView.Units(each.sku().value(), each.quantity()))
        .toList();
  }
}
