package io.storefront.app.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.storefront.app.access.Caller;
import io.storefront.app.access.Scope;
import io.storefront.app.answers.Replies;
import io.storefront.app.problem.ProblemType;
import io.storefront.app.problem.Refused;
import io.storefront.orders.Actor;
import io.storefront.orders.StorefrontId;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CursorsTest {
  private final Cursors cursors = new Cursors(name -> secret((byte) 1));

  private static byte[] secret(byte filling) {
    byte[] secret = new byte[32];
    Arrays.fill(secret, filling);
    return secret;
  }

  private static Call call(String storefront, String template, String query) {
    return new Call(
        Route.get(template, Scope.ORDERS_READ, any -> Replies.empty(200)),
        Map.of(),
        Query.parse(query),
        Map.of(),
        new byte[0],
        new Caller(new Actor("key:k"), Optional.of(new StorefrontId(storefront)), Set.of()));
  }

  private static Call orders(String query) {
    return call("tea", "/v1/orders", query);
  }

  private void refuses(Call call) {
    assertThatExceptionOfType(Refused.class)
        .isThrownBy(() -> cursors.read(call))
        .satisfies(no -> assertThat(no.problem().type()).isEqualTo(ProblemType.INVALID_CURSOR));
  }

  @Test
  void a_cursor_is_read_where_it_was_written_whatever_the_limit() {
    String cursor = cursors.write(orders("limit=2&sku=A"), "here");
    assertThat(cursor).matches("[A-Za-z0-9_-]+");
    assertThat(cursors.read(orders("sku=A&limit=9&cursor=" + cursor))).contains("here");
    assertThat(cursors.read(orders("sku=A"))).isEmpty();
  }

  @Test
  void a_cursor_is_good_for_its_own_list_its_own_filters_and_its_own_storefront() {
    String cursor = cursors.write(orders("sku=A"), "here");
    refuses(orders("cursor=" + cursor));
    refuses(orders("sku=B&cursor=" + cursor));
    refuses(orders("sku=A&status=PENDING&cursor=" + cursor));
    refuses(call("harbor", "/v1/orders", "sku=A&cursor=" + cursor));
    refuses(call("tea", "/v1/products", "sku=A&cursor=" + cursor));
    Cursors others = new Cursors(name -> secret((byte) 2));
    refuses(orders("sku=A&cursor=" + others.write(orders("sku=A"), "here")));
  }

  @Test
  void every_changed_letter_is_noticed() {
    String cursor = cursors.write(orders(""), "2026-11-25T10:15:00Z ord_1");
    for (int i = 0; i < cursor.length(); i++) {
      char other = cursor.charAt(i) == 'A' ? 'B' : 'A';
      refuses(orders("cursor=" + cursor.substring(0, i) + other + cursor.substring(i + 1)));
    }
    refuses(orders("cursor=" + cursor + "A"));
    refuses(orders("cursor=" + cursor + "%3D"));
    refuses(orders("cursor=" + cursor.substring(1)));
    refuses(orders("cursor="));
    refuses(orders("cursor=%2B%2F"));
  }
}
