package io.storefront.adapters.sandbox;

import io.storefront.adapters.testkit.TestDatabase;
import io.storefront.orders.PaymentToken;
import io.storefront.orders.port.Payments;
import io.storefront.orders.testkit.CustomerActionContract;
import io.storefront.orders.testkit.PaymentsContract;
import java.time.Duration;

class SandboxPaymentsTest implements PaymentsContract, CustomerActionContract {
  private static final TestDatabase DATABASE = TestDatabase.create();

  @Override
  public Payments payments() {
    return SandboxAdapters.payments(DATABASE.dataSource(), Thread::sleep, Duration.ofSeconds(5));
  }

  @Override
  public PaymentToken approvedToken() {
    return new PaymentToken("tok_approve");
  }

  @Override
  public PaymentToken declinedToken() {
    return new PaymentToken("tok_decline");
  }

  @Override
  public PaymentToken waitingToken() {
    return new PaymentToken("tok_action");
  }

  @Override
  public void customerActs(Payments.Instruction authorize) {
    DATABASE.execute(
        "UPDATE sandbox_effect SET answers_at = clock_timestamp() WHERE provider_key = '"
            + authorize.key().value()
            + "'");
  }
}
