package io.storefront.adapters.sandbox;

import io.storefront.adapters.testkit.TestDatabase;
import io.storefront.orders.PaymentToken;
import io.storefront.orders.ProviderKey;
import io.storefront.orders.ProviderReference;
import io.storefront.orders.port.Payments;
import io.storefront.orders.testkit.BroughtAuthorizationContract;
import io.storefront.orders.testkit.CustomerActionContract;
import io.storefront.orders.testkit.PaymentsContract;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.postgresql.ds.PGSimpleDataSource;

class SandboxPaymentsTest
    implements PaymentsContract, CustomerActionContract, BroughtAuthorizationContract {
  private static final TestDatabase DATABASE = TestDatabase.create();

  private static final String EFFECTS =
      """
      SELECT currency, amount_minor FROM sandbox_effect
      WHERE provider_key = :key AND decline_code IS NULL
      """;

  @Override
  public Payments payments() {
    return over(DATABASE.dataSource());
  }

  /** Nothing listens at the discard port. */
  @Override
  public Payments unreachable() {
    PGSimpleDataSource nowhere = new PGSimpleDataSource();
    nowhere.setUrl("jdbc:postgresql://127.0.0.1:9/nowhere");
    return over(nowhere);
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
  public ProviderReference heldElsewhere(Money amount) {
    return new ProviderReference("auth_approve-" + UUID.randomUUID());
  }

  @Override
  public ProviderReference neverGiven() {
    return new ProviderReference("auth_unknown");
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

  @Override
  public PaymentToken unansweredToken() {
    return new PaymentToken("tok_timeout");
  }

  @Override
  public List<Money> effects(ProviderKey key) {
    return Jdbi.create(DATABASE.dataSource())
        .withHandle(
            books ->
                books
                    .createQuery(EFFECTS)
                    .bind("key", key.value())
                    .map(
                        (row, context) ->
                            Money.ofMinor(
                                CurrencyUnit.of(row.getString("currency")),
                                row.getLong("amount_minor")))
                    .list());
  }

  private static Payments over(DataSource database) {
    return SandboxAdapters.payments(database, Thread::sleep, Duration.ofSeconds(5));
  }
}
