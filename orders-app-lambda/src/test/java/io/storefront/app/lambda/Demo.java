package io.storefront.app.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.storefront.app.testkit.ApiCall;
import io.storefront.app.testkit.Json;
import io.storefront.wiring.OrdersApplication;
import io.storefront.wiring.OrdersConfig;
import io.storefront.wiring.StartMode;
import io.storefront.wiring.demo.DemoKeys;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** A storefront that is there already, and calls of its key. */
public final class Demo {
  private Demo() {}

  /** Migrates the database and loads the demo, as whoever deploys the function does before. */
  public static void load(Map<String, String> environment) {
    Map<String, String> variables = new HashMap<>(environment);
    variables.put("DEMO_DATA", "true");
    OrdersApplication.start(OrdersConfig.fromEnv(variables), StartMode.NORMAL).close();
  }

  /** Places an order over one item with this payment token. */
  public static ApiCall order(String token) {
    return withKey(
        ApiCall.post(
            "/v1/orders",
            Json.object(
                """
                {'customerId':'cus_01890000-0000-7000-8000-000000000001','currency':'EUR',
                 'lines':[{'sku':'TEE-M-BLK','quantity':1}],'payment':{'token':'%s'}}\
                """
                    .formatted(token))));
  }

  /** The same order as a message of the storefront's queue. */
  static String message(String id) {
    ObjectNode event =
        Json.object(
            """
            {'specversion':'1.0','type':'order.placement.requested.v1',
             'source':'/v1/storefronts/aurora'}\
            """);
    event.put("id", id).set("data", Json.read(new String(order("tok_approve").body(), UTF_8)));
    return event.toString();
  }

  static ApiCall get(String target) {
    return withKey(ApiCall.get(target));
  }

  private static ApiCall withKey(ApiCall call) {
    return call.with("Authorization", "Bearer " + DemoKeys.AURORA);
  }
}
