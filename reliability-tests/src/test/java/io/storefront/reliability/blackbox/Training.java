package io.storefront.reliability.blackbox;

import io.storefront.app.testkit.ApiCall;
import java.io.IOException;
import java.net.URI;
import java.util.Map;

/** A first run of the program, in which the JVM learns what it will have to do again and again. */
final class Training {
  private static final int ORDERS = 20;

  private Training() {}

  /** Takes some seconds; every start after it takes less. */
  static void run(Program program, Map<String, String> variables, Http http)
      throws IOException, InterruptedException {
    Life life = new Life(program.startTraining(variables));
    try {
      URI address = life.address().orElseThrow();
      Wish wish = new Wish("training", "training", Map.of("TEE-M-BLK", 1), "tok_approve");
      ApiCall call = wish.call().withTarget("/v1/orders?dryRun=true");
      for (int i = 0; i < ORDERS; i++) {
        if (http.send(address, call).filter(answer -> answer.status() == 200).isEmpty()) {
          throw new IllegalStateException("no order in training");
        }
      }
      life.end();
    } finally {
      life.kill();
    }
    System.out.println("blackbox: trained: " + program.isTrained());
  }
}
