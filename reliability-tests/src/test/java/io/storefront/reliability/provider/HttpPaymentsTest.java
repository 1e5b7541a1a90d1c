package io.storefront.reliability.provider;

import static org.assertj.core.api.Assertions.assertThat;

import io.storefront.orders.PaymentToken;
import io.storefront.orders.ProviderKey;
import io.storefront.orders.port.Payments;
import io.storefront.orders.port.Payments.Instruction;
import io.storefront.orders.testkit.Instructions;
import io.storefront.orders.testkit.OrderBuilder;
import io.storefront.orders.testkit.PaymentsContract;
import java.net.URI;
import java.util.Collections;
import java.util.List;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HttpPaymentsTest implements PaymentsContract {
  private static final ProviderProcess PROVIDER = ProviderProcess.start();

  @AfterAll
  static void close() {
    PROVIDER.close();
  }

  @Override
  public Payments payments() {
    return new HttpPayments(PROVIDER.address());
  }

  /** Nothing listens at the discard port. */
  @Override
  public Payments unreachable() {
    return new HttpPayments(URI.create("http://127.0.0.1:9/"));
  }

  @Override
  public PaymentToken approvedToken() {
    return token(Pay.APPROVE);
  }

  @Override
  public PaymentToken declinedToken() {
    return token(Pay.DECLINE);
  }

  @Override
  public PaymentToken unansweredToken() {
    return token(Pay.APPROVE, Mode.DROP_AFTER);
  }

  @Override
  public List<Money> effects(ProviderKey key) {
    String order = key.value().substring(0, key.value().indexOf(':'));
    return PROVIDER.ledger(List.of(order)).stream()
        .filter(effect -> effect.key().equals(key.value()))
        .map(effect -> Money.parse(effect.amount()))
        .toList();
  }

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"CLEAR", "SLOW", "TWICE"})
  void whatever_else_goes_wrong_is_neither_yes_nor_no(Mode mode) {
    Instruction authorize = authorize(token(Pay.APPROVE, mode));

    assertThat(payments().send(authorize, SHORT)).isEqualTo(new Payments.Unknown());
    assertThat(effects(authorize.key())).hasSizeLessThanOrEqualTo(1);
  }

  @Test
  void no_answer_that_is_not_one_is_believed() {
    List<Mode> each = Collections.nCopies(Garbage.values().length, Mode.GARBAGE);
    Instruction authorize = authorize(token(Pay.APPROVE, each.toArray(Mode[]::new)));

    for (int i = 0; i < each.size(); i++) {
      assertThat(payments().send(authorize, WITHIN)).isEqualTo(new Payments.Unknown());
    }
    assertThat(payments().send(authorize, WITHIN)).isInstanceOf(Payments.Approved.class);
    assertThat(PROVIDER.modes()).containsKey(Mode.GARBAGE);
  }

  @Test
  void a_request_that_is_delivered_twice_has_one_effect() {
    Instruction authorize = authorize(token(Pay.APPROVE, Mode.TWICE));

    assertThat(payments().send(authorize, WITHIN)).isInstanceOf(Payments.Approved.class);
    assertThat(effects(authorize.key())).hasSize(1);
  }

  @Test
  void nothing_was_sent_where_nobody_listens() {
    assertThat(unreachable().send(authorize(approvedToken()), WITHIN))
        .isEqualTo(new Payments.NotSent());
  }

  private static Instruction authorize(PaymentToken token) {
    return Instructions.last(
        OrderBuilder.anOrder().at("EUR 19.90").build().authorizing(token, OrderBuilder.NOON));
  }

  private static PaymentToken token(Pay pay, Mode... modes) {
    return new PaymentToken(pay.token("test", "somebody", List.of(modes)));
  }
}
