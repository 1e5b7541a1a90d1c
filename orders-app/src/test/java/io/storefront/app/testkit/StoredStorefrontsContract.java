package io.storefront.app.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.storefront.app.access.Storefront;
import io.storefront.app.port.Storefronts;
import io.storefront.orders.StorefrontId;
import io.storefront.orders.testkit.Racing;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** What {@link Storefronts} promises. The storage need not be empty, and may be shared by tests. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
public interface StoredStorefrontsContract {
  /** When shops open. */
  Instant NOON = Instant.parse("2026-11-25T12:00:00.123Z");

  /** What is tested. */
  Storefronts storefronts();

  @Test
  default void what_is_found_equals_what_was_put() {
    Storefront opened = shop(Fresh.name("sf"), 1, "Tea & 茶");
    assertThat(storefronts().put(opened)).isTrue();
    assertThat(storefronts().find(opened.id())).contains(opened);

    Storefront renamed = shop(opened.id().value(), 2, "Coffee");
    assertThat(storefronts().put(renamed)).isTrue();
    assertThat(storefronts().find(opened.id())).contains(renamed);
    assertThat(storefronts().find(new StorefrontId(Fresh.name("sf")))).isEmpty();
  }

  @Test
  default void a_put_based_on_an_old_version_is_refused_and_changes_nothing() {
    Storefront opened = shop(Fresh.name("sf"), 1, "Tea");
    Storefront second = shop(opened.id().value(), 2, "Coffee");
    storefronts().put(opened);
    storefronts().put(second);

    assertThat(storefronts().put(shop(opened.id().value(), 1, "Milk"))).isFalse();
    assertThat(storefronts().put(shop(opened.id().value(), 2, "Milk"))).isFalse();
    assertThat(storefronts().put(shop(opened.id().value(), 4, "Milk"))).isFalse();
    assertThat(storefronts().put(shop(Fresh.name("sf"), 2, "Milk"))).isFalse();
    assertThat(storefronts().find(opened.id())).contains(second);
  }

  @Test
  default void of_puts_racing_from_one_version_exactly_one_is_stored() {
    String id = Fresh.name("sf");
    List<Boolean> answers = Racing.all(8, racer -> storefronts().put(shop(id, 1, "Shop " + racer)));
    assertThat(answers).filteredOn(stored -> stored).hasSize(1);
  }

  @Test
  default void storefronts_are_listed_in_the_order_of_their_ids() {
    String prefix = Fresh.name("sf");
    List<String> ids = List.of(prefix + "-1", prefix + "-2", prefix + "a");
    for (String id : ids.reversed()) {
      storefronts().put(shop(id, 1, "Shop"));
    }
    assertThat(storefronts().page(Optional.of(new StorefrontId(prefix)), 2))
        .extracting(shop -> shop.id().value())
        .containsExactly(ids.get(0), ids.get(1));
    assertThat(storefronts().page(Optional.of(new StorefrontId(ids.get(1))), 1))
        .extracting(shop -> shop.id().value())
        .containsExactly(ids.get(2));
    assertThat(storefronts().page(Optional.empty(), 1)).hasSize(1);
  }

  private static Storefront shop(String id, long version, String name) {
    return new Storefront(
        new StorefrontId(id),
        name,
        Storefront.sorted(Set.of(CurrencyUnit.EUR, CurrencyUnit.JPY)),
        version,
        NOON,
        NOON.plusSeconds(version));
  }
}
