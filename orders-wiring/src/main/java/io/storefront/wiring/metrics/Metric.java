package io.storefront.wiring.metrics;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Everything of ours that Prometheus reads, by the name under which it does. */
public enum Metric {
  REQUESTS(
      "oms_http_request_duration_seconds",
      "histogram",
      "method, route, status",
      "requests that were answered, and messages of queues (method MESSAGE), and how long that"
          + " took"),
  STEPS(
      "oms_step_duration_seconds",
      "histogram",
      "port, step, outcome",
      "what an order's way asks of storage, stock, customers, catalogue, payments and the bus"),
  ORDERS(
      "oms_orders_total",
      "counter",
      "event, reason",
      "what happened to orders: placed, confirmed, rejected, cancelled, held, released"),
  PENDING(
      "oms_orders_pending",
      "gauge",
      "age",
      "orders without an answer, by their age: to_10s, to_1m, to_5m, to_15m, older"),
  OVERDUE("oms_orders_overdue", "gauge", "", "orders without an answer, past their deadline"),
  HELD("oms_orders_on_hold", "gauge", "", "orders that wait for a person"),
  UNKNOWN(
      "oms_payment_attempts_unknown",
      "gauge",
      "",
      "payments of which the provider has not said what became"),
  LONGEST_DUE(
      "oms_work_due_seconds", "gauge", "", "how long work has been due that nobody has taken up"),
  UNPUBLISHED(
      "oms_events_unpublished_orders",
      "gauge",
      "",
      "orders with events that are still to be published"),
  PARKED("oms_events_parked_orders", "gauge", "", "orders whose events are not tried any more"),
  OLDEST_EVENT(
      "oms_events_oldest_unpublished_seconds",
      "gauge",
      "",
      "age of the oldest event that is still to be published"),
  FEED_LAG(
      "oms_feed_lag_seconds",
      "gauge",
      "",
      "age of the oldest event that has no position in the feed yet"),
  READABLE(
      "oms_backlog_readable",
      "gauge",
      "",
      "1 while what waits can be read from the database, else 0; what waits is then absent"),
  RETRIES(
      "oms_database_retries_total",
      "counter",
      "reason",
      "commits and looks that were tried again: deadlock, serialization, lock_timeout,"
          + " connection_lost"),
  LEASES(
      "oms_leases_expired_total",
      "counter",
      "",
      "work that somebody else took up because its runner had not come to an end in time"),
  CONNECTIONS("oms_pool_connections", "gauge", "state", "connections there are: active, idle"),
  MOST_CONNECTIONS("oms_pool_connections_max", "gauge", "", "connections that there may be"),
  WAITING_CALLERS("oms_pool_waiting", "gauge", "", "callers who wait for a connection"),
  WAITING_REQUESTS(
      "oms_requests_waiting", "gauge", "", "requests that wait for their place in the line"),
  SHED(
      "oms_requests_shed_total",
      "counter",
      "",
      "requests that were turned away because no place came free in time");

  private final String shown;
  private final String kind;
  private final String labels;
  private final String meaning;

  Metric(String shown, String kind, String labels, String meaning) {
    this.shown = shown;
    this.kind = kind;
    this.labels = labels;
    this.meaning = meaning;
  }

  /** The name that Prometheus sees; a histogram's has an ending behind it. */
  public String shown() {
    return shown;
  }

  /** The name without what Prometheus adds by itself. */
  String plain() {
    return shown.replaceFirst("_total$", "").replaceFirst("_seconds$", "");
  }

  List<String> labels() {
    return List.of(labels.split(", "));
  }

  String meaning() {
    return meaning;
  }

  /** Its unit in Prometheus' words, where it has one. */
  @Nullable String unit() {
    return shown.endsWith("_seconds") ? "seconds" : null;
  }

  /** All of them as a table in Markdown, for people. */
  public static String table() {
    return Arrays.stream(values())
        .map(
            each ->
                "| `%s` | %s | %s | %s |\n"
                    .formatted(
                        each.shown,
                        each.kind,
                        each.labels.isEmpty() ? "–" : each.labels,
                        each.meaning))
        .collect(
            Collectors.joining(
                "", "| name | kind | labels | what it tells |\n|---|---|---|---|\n", ""));
  }
}
