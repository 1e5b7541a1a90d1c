package io.storefront.app.lambda;

import io.storefront.app.testkit.ApiCall;
import io.storefront.app.testkit.Json;
import io.storefront.wiring.OrdersApplication;
import io.storefront.wiring.OrdersConfig;
import io.storefront.wiring.StartMode;
import io.storefront.wiring.demo.DemoKeys;
import java.util.HashMap;
import java.util.Map;

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

  static ApiCall get(String target) {
    return withKey(ApiCall.get(target));
  }

  private static ApiCall withKey(ApiCall call) {
    return call.with("Authorization", "Bearer " + DemoKeys.AURORA);
  }
}
