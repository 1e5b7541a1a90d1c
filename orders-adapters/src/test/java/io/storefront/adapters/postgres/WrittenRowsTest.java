package io.storefront.adapters.postgres;

import static io.storefront.orders.testkit.OrderBuilder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import io.storefront.adapters.testkit.TestDatabase;
import io.storefront.orders.Order;
import io.storefront.orders.OrderLine;
import io.storefront.orders.PaymentToken;
import io.storefront.orders.Sku;
import io.storefront.orders.port.Change;
import io.storefront.orders.port.Orders;
import io.storefront.orders.port.Orders.CommitAnswer;
import io.storefront.orders.testkit.Changes;
import io.storefront.orders.testkit.OrderBuilder;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** A commit writes the rows that change, and leaves the others as they are. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class WrittenRowsTest {
  /** Which transaction has written each row. */
  private static final String LINES = "SELECT xmin::text FROM order_line ORDER BY number";

  private static final String CONTACT = "SELECT xmin::text FROM order_contact";
  private static final String ATTEMPTS = "SELECT xmin::text FROM payment_attempt ORDER BY number";

  private final TestDatabase database = TestDatabase.create();
  private final Jdbi jdbi = Jdbi.create(database.dataSource());

  @Test
  void what_has_not_changed_is_not_written_again() {
    try (PostgresAdapters postgres = database.open()) {
      Orders orders = postgres.orders();
      Order placed =
          committed(
              orders, Changes.placing(anOrder().of(1, new Sku("ONE")).of(2, new Sku("TWO")).act()));
      List<String> lines = writers(LINES);
      List<String> contact = writers(CONTACT);

      Order asked =
          committed(
              orders,
              Changes.after(
                  placed, placed.authorizing(new PaymentToken("tok_x"), OrderBuilder.NOON)));
      List<String> attempts = writers(ATTEMPTS);
      assertThat(attempts).isNotEmpty();
      assertThat(writers(LINES)).isEqualTo(lines);
      assertThat(writers(CONTACT)).isEqualTo(contact);

      committed(orders, Changes.after(asked, firstCancelled(asked)));
      assertThat(writers(LINES).getFirst()).isNotEqualTo(lines.getFirst());
      assertThat(writers(LINES).subList(1, lines.size())).isEqualTo(lines.subList(1, lines.size()));
      assertThat(writers(CONTACT)).isEqualTo(contact);
      assertThat(writers(ATTEMPTS)).isEqualTo(attempts);
    }
  }

  private static Order firstCancelled(Order order) {
    int first = order.lines().getFirst().number();
    return order.withLines(
        (OrderLine line) ->
            line.number() == first ? line.quantities().cancelling(1) : line.quantities());
  }

  private static Order committed(Orders orders, Change change) {
    assertThat(orders.commit(change)).isEqualTo(new CommitAnswer.Committed());
    return change.order();
  }

  private List<String> writers(String rows) {
    return jdbi.withHandle(handle -> handle.createQuery(rows).mapTo(String.class).list());
  }
}
