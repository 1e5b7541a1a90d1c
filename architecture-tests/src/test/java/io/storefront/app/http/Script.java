package io.storefront.app.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.storefront.app.testkit.ApiAnswer;
import io.storefront.app.testkit.ApiCall;
import io.storefront.app.testkit.ApiClient;
import io.storefront.app.testkit.Json;
import io.storefront.wiring.demo.DemoKeys;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * One conversation with a fresh demo: successes, replays, and every kind of refusal. What comes of
 * it is written down so that two conversations can be compared: ids are numbered as they appear,
 * times and whatever is random are left out, the rest stands as it came.
 */
final class Script {
  private static final Pattern ID = Pattern.compile("(ord|cus|adj)_[0-9a-f-]{36}");
  private static final Pattern CHANGING =
      Pattern.compile(
          "(?<=[?&]cursor=)[\\w-]{20,}"
              + "|\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z|\\b[0-9a-f]{32}\\b|oms_(live|test)_\\w+"
              + "|(?<=\"nextCursor\":\")[\\w-]+|(?<=\"id\":\")[0-9A-Za-z]{10}(?=\")");

  /** What the protocol adds, not the API. */
  private static final List<String> OF_THE_HOST =
      List.of("date", "content-length", "connection", "transfer-encoding");

  private static final String ADA = "cus_01890000-0000-7000-8000-000000000001";
  private static final String NOBODY = "cus_01890000-0000-7000-8000-00000000ffff";

  private final ApiClient api;
  private final List<String> lines = new ArrayList<>();
  private final Map<String, String> ids = new HashMap<>();

  private Script(ApiClient api) {
    this.api = api;
  }

  /** Talks to the API, and tells what it answered, one answer an element. */
  static List<String> run(ApiClient api) {
    Script script = new Script(api);
    script.whoAndWhere();
    script.placing();
    script.placingAgain();
    script.broken();
    script.refused();
    script.lists();
    script.stock();
    script.customers();
    return script.lines;
  }

  private void whoAndWhere() {
    say(ApiCall.get("/health/live"));
    say(ApiCall.get("/health/ready"));
    say(ApiCall.get("/nothing"));
    clerk(ApiCall.of("PUT", "/v1/orders"));
    say(ApiCall.get("/v1/orders"));
    say(ApiCall.get("/v1/orders").with("Authorization", "Bearer nonsense"));
    clerk(ApiCall.get("/v1/api-keys"));
    clerk(ApiCall.get("/v1/orders?limit=1").with("X-Request-Id", "request-1"));
    clerk(
        ApiCall.get("/nothing")
            .with("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"));
    clerk(ApiCall.get("/v1/orders?sku=" + "a".repeat(2100)));
    clerk(ApiCall.get("/v1/orders").with("X-Long", "a".repeat(8500)));
  }

  private void placing() {
    ApiAnswer placed = clerk(order("tok_approve", 2));
    String order = placed.requiredHeader("Location");
    clerk(ApiCall.get(order));
    clerk(ApiCall.get(order).with("If-None-Match", placed.requiredHeader("ETag")));
    clerk(ApiCall.get(order + "?include=allowedActions"));
    clerk(ApiCall.get(order + "?include=nonsense"));
    clerk(ApiCall.get("/v1/orders/ord_01890000-0000-7000-8000-00000000ffff"));
    clerk(ApiCall.get("/v1/orders/nonsense"));
    clerk(order("tok_approve", 3).withTarget("/v1/orders?dryRun=true").without("Idempotency-Key"));
    clerk(order("tok_decline", 1));
    clerk(order("tok_timeout", 1));
    clerk(order("tok_approve", 9_999));
  }

  private void placingAgain() {
    ApiCall first = order("tok_approve", 1).withKey("once");
    clerk(first);
    clerk(first);
    clerk(order("tok_approve", 2).withKey("once"));
    ApiCall named =
        text(cart(1, "tok_approve").replaceFirst("\\{", "{'externalReference':'WEB-1',"));
    clerk(named.withKey("named-1"));
    clerk(named.withKey("named-2"));
    clerk(
        text(cart(2, "tok_approve").replaceFirst("\\{", "{'externalReference':'WEB-1',"))
            .withKey("named-3"));
  }

  private void broken() {
    ApiCall order = order("tok_approve", 1);
    clerk(order.without("Idempotency-Key"));
    clerk(order.withKey("not visible \u00e9"));
    clerk(order.withText("{"));
    clerk(order.withText("[]"));
    clerk(order.withText(""));
    clerk(order.withText("{\"currency\":\"EUR\",\"currency\":\"EUR\"}"));
    clerk(order.withText("{\"nonsense\":1}"));
    clerk(order.withBody(new byte[] {'{', '"', (byte) 0xC3, '"', '}'}));
    clerk(order.with("Content-Type", "text/plain"));
    clerk(order.with("Content-Encoding", "gzip"));
    clerk(order.withText("{\"a\":\"" + "x".repeat(70_000) + "\"}"));
  }

  private void refused() {
    clerk(order("tok_approve", 0));
    clerk(text(cart(1, "tok_approve").replace(ADA, NOBODY)));
    clerk(text(cart(1, "tok_approve").replace("TEE-M-BLK", "NOTHING")));
    clerk(text(cart(1, "tok_approve").replace("'EUR'", "'XXX'")));
    clerk(text(cart(1, "tok_approve").replaceFirst("\\{", "{'expectedTotal':" + euro("1.00"))));
    clerk(text(cart(1, "tok_approve").replaceFirst("\\{", "{'expectedTotal':" + euro("1.0"))));
    clerk(
        text(
            cart(1, "tok_approve")
                .replace("'quantity'", "'unitPrice':" + euro("1.00") + "'quantity'")));
    operator(order("tok_approve", 1));
  }

  private void lists() {
    ApiAnswer page = clerk(ApiCall.get("/v1/orders?limit=1"));
    String cursor = page.json().at("/page/nextCursor").stringValue();
    clerk(ApiCall.get("/v1/orders?limit=1&cursor=" + cursor));
    clerk(ApiCall.get("/v1/orders?limit=1&status=CONFIRMED&cursor=" + cursor));
    clerk(ApiCall.get("/v1/orders?cursor=nonsense"));
    clerk(ApiCall.get("/v1/orders?limit=201"));
  }

  private void stock() {
    clerk(ApiCall.get("/v1/products/TEE-M-BLK"));
    clerk(ApiCall.get("/v1/products/TEE%2DM%2DBLK/stock"));
    operator(
        ApiCall.put(
            "/v1/products/NEW",
            Json.object(
                "{'name':'Café','active':true,"
                    + "'unitPrices':[{'amount':'1.00','currency':'EUR'}]}")));
    operator(
        ApiCall.post(
            "/v1/products/NEW/stock-adjustments",
            Json.object("{'quantity':5,'reason':'RECEIVED'}")));
    operator(
        ApiCall.post(
            "/v1/products/NEW/stock-adjustments", Json.object("{'quantity':-6,'reason':'LOST'}")));
  }

  private void customers() {
    ApiAnswer made =
        clerk(ApiCall.post("/v1/customers", Json.object("{'name':'Ada','email':'a@example.com'}")));
    ApiCall patch =
        ApiCall.of("PATCH", "/v1/customers/" + made.string("id"))
            .withText("{\"status\":\"BLOCKED\"}");
    clerk(patch);
    clerk(patch.with("If-Match", "\"7\""));
    clerk(patch.with("If-Match", made.requiredHeader("ETag")));
  }

  private ApiAnswer clerk(ApiCall call) {
    return say(call.with("Authorization", "Bearer " + DemoKeys.AURORA));
  }

  private ApiAnswer operator(ApiCall call) {
    return say(call.with("Authorization", "Bearer " + DemoKeys.OPERATOR));
  }

  private ApiAnswer say(ApiCall call) {
    ApiAnswer answer = api.send(call);
    Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.putAll(answer.headers());
    OF_THE_HOST.forEach(headers::remove);
    String target = call.target().length() > 80 ? call.target().substring(0, 80) : call.target();
    String body = new String(answer.body(), UTF_8);
    lines.add(
        stable(
            call.method()
                + " "
                + target
                + "\n"
                + answer.status()
                + "\n"
                + lower(headers)
                + "\n"
                + body));
    return answer;
  }

  private static Map<String, List<String>> lower(Map<String, List<String>> headers) {
    Map<String, List<String>> lower = new TreeMap<>();
    headers.forEach((name, values) -> lower.put(name.toLowerCase(java.util.Locale.ROOT), values));
    return lower;
  }

  private String stable(String text) {
    String numbered = ID.matcher(text).replaceAll(this::number);
    return CHANGING.matcher(numbered).replaceAll("…");
  }

  private String number(MatchResult found) {
    return ids.computeIfAbsent(found.group(), id -> found.group(1) + "#" + ids.size());
  }

  private static ApiCall order(String token, int quantity) {
    return text(cart(quantity, token));
  }

  private static ApiCall text(String cart) {
    return ApiCall.post("/v1/orders", Json.object(cart));
  }

  private static String euro(String amount) {
    return "{'amount':'" + amount + "','currency':'EUR'},";
  }

  private static String cart(int quantity, String token) {
    return """
    {'customerId':'%s','currency':'EUR','lines':[{'sku':'TEE-M-BLK','quantity':%d}],\
    'payment':{'token':'%s'}}\
    """
        .formatted(ADA, quantity, token);
  }
}
