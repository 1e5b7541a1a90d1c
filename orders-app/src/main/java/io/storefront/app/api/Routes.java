package io.storefront.app.api;

import io.storefront.app.access.KnownKeys;
import io.storefront.app.access.KnownStorefronts;
import io.storefront.app.answers.Placements;
import io.storefront.app.answers.Replays;
import io.storefront.app.resource.ApiKeysResource;
import io.storefront.app.resource.CancellationsResource;
import io.storefront.app.resource.Cursors;
import io.storefront.app.resource.CustomersResource;
import io.storefront.app.resource.FoundOrders;
import io.storefront.app.resource.HealthResource;
import io.storefront.app.resource.MoneyResource;
import io.storefront.app.resource.OrderActs;
import io.storefront.app.resource.OrderChangesResource;
import io.storefront.app.resource.OrderEventsResource;
import io.storefront.app.resource.OrderListResource;
import io.storefront.app.resource.OrderRecords;
import io.storefront.app.resource.OrderResource;
import io.storefront.app.resource.PlacingResource;
import io.storefront.app.resource.ProductsResource;
import io.storefront.app.resource.ReturnsResource;
import io.storefront.app.resource.Route;
import io.storefront.app.resource.ShipmentsResource;
import io.storefront.app.resource.StockResource;
import io.storefront.app.resource.StorefrontChoice;
import io.storefront.app.resource.StorefrontsResource;
import io.storefront.app.resource.TimelineResource;
import java.util.List;
import java.util.stream.Stream;

/** Everything that the API offers. */
final class Routes {
  private final ApiDependencies needs;
  private final KnownKeys keys;
  private final KnownStorefronts knownStorefronts;
  private final StorefrontChoice storefronts;
  private final Cursors cursors;
  private final Replays replays;

  Routes(ApiDependencies needs, KnownKeys keys) {
    this.needs = needs;
    this.keys = keys;
    this.knownStorefronts = new KnownStorefronts(needs.platform().storefronts(), needs.clock());
    this.storefronts = new StorefrontChoice(knownStorefronts);
    this.cursors = new Cursors(needs.platform().secrets());
    this.replays = new Replays(needs.platform().answers());
  }

  List<Route> all() {
    return Stream.of(
            new HealthResource(needs.platform().readiness()).routes(),
            orders(),
            inventory(),
            customers().routes(),
            new StorefrontsResource(
                    needs.platform().storefronts(), knownStorefronts, cursors, needs.clock())
                .routes(),
            apiKeys().routes())
        .flatMap(List::stream)
        .toList();
  }

  private List<Route> orders() {
    ApiDependencies.Ordering ordering = needs.ordering();
    FoundOrders found = new FoundOrders(ordering.orders(), ordering.search());
    return Stream.of(
            new PlacingResource(
                    new Placements(
                        ordering.place(),
                        ordering.resume(),
                        replays,
                        ordering.orders().carriesStock()),
                    ordering.preview(),
                    storefronts)
                .routes(),
            new OrderResource(found, ordering.journal(), needs.clock()).routes(),
            new TimelineResource(found, ordering.journal(), cursors).routes(),
            new OrderEventsResource(ordering.feed(), storefronts).routes(),
            new OrderListResource(ordering.search(), storefronts, cursors).routes(),
            acts(found))
        .flatMap(List::stream)
        .toList();
  }

  private List<Route> acts(FoundOrders found) {
    OrderActs acts = new OrderActs(needs.ordering().act(), found, replays);
    OrderRecords records = new OrderRecords(found, cursors);
    return Stream.of(
            new OrderChangesResource(acts).routes(),
            new ShipmentsResource(acts, records).routes(),
            new CancellationsResource(acts, records).routes(),
            new MoneyResource(acts, records).routes(),
            new ReturnsResource(acts, records).routes())
        .flatMap(List::stream)
        .toList();
  }

  private List<Route> inventory() {
    ApiDependencies.Inventory inventory = needs.inventory();
    return Stream.of(
            new ProductsResource(inventory.putProduct(), inventory.products(), cursors).routes(),
            new StockResource(
                    inventory.adjustStock(), inventory.products(), inventory.stock(), replays)
                .routes())
        .flatMap(List::stream)
        .toList();
  }

  private CustomersResource customers() {
    ApiDependencies.CustomerCare care = needs.customers();
    return new CustomersResource(
        care.register(), care.change(), care.customers(), care.homes(), storefronts, replays);
  }

  private ApiKeysResource apiKeys() {
    return new ApiKeysResource(
        needs.platform().keys(),
        keys,
        storefronts,
        cursors,
        replays,
        needs.clock(),
        needs.random(),
        needs.settings().keyKind());
  }
}
