package io.storefront.app.resource;

import io.storefront.app.access.KnownStorefronts;
import io.storefront.app.access.Scope;
import io.storefront.app.access.Storefront;
import io.storefront.app.answers.Answer;
import io.storefront.app.answers.Replies;
import io.storefront.app.json.Currencies;
import io.storefront.app.json.Findings;
import io.storefront.app.json.JsonObject;
import io.storefront.app.json.StrictJson;
import io.storefront.app.port.Storefronts;
import io.storefront.app.view.Views;
import io.storefront.orders.PortUnavailable;
import io.storefront.orders.StorefrontId;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.joda.money.CurrencyUnit;

/** Storefronts. */
public final class StorefrontsResource {
  private static final String STOREFRONT = "/v1/storefronts/{storefrontId}";
  private static final int MAX_TRIES = 5;
  private static final int MAX_CURRENCIES = 50;

  private final Storefronts storefronts;
  private final KnownStorefronts known;
  private final Cursors cursors;
  private final InstantSource clock;

  private record Wanted(String name, SortedSet<CurrencyUnit> currencies) {}

  /** With what it needs. */
  public StorefrontsResource(
      Storefronts storefronts, KnownStorefronts known, Cursors cursors, InstantSource clock) {
    this.storefronts = storefronts;
    this.known = known;
    this.cursors = cursors;
    this.clock = clock;
  }

  /** What it offers. */
  public List<Route> routes() {
    return List.of(
        Route.put(STOREFRONT, Scope.STOREFRONTS_ADMIN, this::put),
        Route.get(STOREFRONT, Scope.STOREFRONTS_ADMIN, this::get),
        Route.get("/v1/storefronts", Scope.STOREFRONTS_ADMIN, this::list));
  }

  private Answer put(Call call) {
    call.query().allow();
    Findings findings = new Findings();
    Wanted wanted = StrictJson.read(call.body(), findings, StorefrontsResource::read);
    StorefrontId id = id(call);
    findings.refuseInvalid();
    for (int tries = 0; tries < MAX_TRIES; tries++) {
      Optional<Storefront> before = storefronts.find(id);
      call.requireVersion(before.map(Storefront::version).orElse(0L));
      Storefront next = next(id, before, wanted);
      if (before.equals(Optional.of(next)) || known.put(next)) {
        return Replies.with(
            answer(before.isEmpty() ? 201 : 200, next), "Location", "/v1/storefronts/" + id);
      }
    }
    throw new PortUnavailable(
        "Storefronts", new IllegalStateException("changed by others again and again: " + id));
  }

  private Storefront next(StorefrontId id, Optional<Storefront> before, Wanted wanted) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    return before
        .map(
            old ->
                old.name().equals(wanted.name()) && old.currencies().equals(wanted.currencies())
                    ? old
                    : new Storefront(
                        id,
                        wanted.name(),
                        wanted.currencies(),
                        old.version() + 1,
                        old.createdAt(),
                        now))
        .orElseGet(() -> new Storefront(id, wanted.name(), wanted.currencies(), 1, now, now));
  }

  private Answer get(Call call) {
    call.query().allow();
    Storefront storefront =
        storefronts.find(id(call)).orElseThrow(() -> Call.notFound("storefront"));
    return call.alreadyHas(storefront.version())
        ? Etags.unchanged(storefront.version())
        : answer(200, storefront);
  }

  private Answer list(Call call) {
    call.query().allow("cursor", "limit");
    int limit = Paging.limit(call);
    return Paging.page(
        limit,
        storefronts.page(cursors.read(call).map(StorefrontId::new), limit + 1),
        Views::of,
        storefront -> cursors.write(call, storefront.id().value()));
  }

  private static StorefrontId id(Call call) {
    return StorefrontChoice.id(call.variable("storefrontId"))
        .orElseThrow(() -> Call.notFound("storefront"));
  }

  private static Answer answer(int status, Storefront storefront) {
    return Replies.json(status, Views.of(storefront), storefront.version());
  }

  private static Wanted read(JsonObject body) {
    String name = body.required("name").text(Storefront.MAX_NAME);
    TreeSet<CurrencyUnit> currencies = new TreeSet<>();
    body.required("currencies")
        .list(1, MAX_CURRENCIES, Currencies::read)
        .forEach(each -> each.ifPresent(currencies::add));
    return new Wanted(name, currencies);
  }
}
