package com.example.teashop;

import io.storefront.orders.PaymentToken;
import io.storefront.orders.ProviderKey;
import io.storefront.orders.port.Payments;
import io.storefront.orders.testkit.PaymentsContract;
import java.net.URI;
import java.util.List;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;

/** The contract, for each way in which an answer gets lost. */
class CardServiceTest {
  @Nested
  class WithASilentService extends Contract {
    WithASilentService() {
      super("tok_silence");
    }
  }

  @Nested
  class WithACutConnection extends Contract {
    WithACutConnection() {
      super("tok_cut");
    }
  }

  @Nested
  class WithGarbageInBetween extends Contract {
    WithGarbageInBetween() {
      super("tok_garbage");
    }
  }

  abstract static class Contract implements PaymentsContract {
    private final StubCardService stub = new StubCardService();
    private final PaymentToken unanswered;

    Contract(String unanswered) {
      this.unanswered = new PaymentToken(unanswered);
    }

    @AfterEach
    void close() {
      stub.close();
    }

    @Override
    public Payments payments() {
      return new CardService(stub.uri());
    }

    @Override
    public Payments unreachable() {
      URI left = stub.uri();
      stub.close();
      return new CardService(left);
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
    public PaymentToken unansweredToken() {
      return unanswered;
    }

    @Override
    public List<Money> effects(ProviderKey key) {
      return stub.effects(key);
    }
  }
}
