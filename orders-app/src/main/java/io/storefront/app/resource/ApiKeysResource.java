package io.storefront.app.resource;

import io.storefront.app.access.ApiKey;
import io.storefront.app.access.ApiKeyText;
import io.storefront.app.access.KnownKeys;
import io.storefront.app.access.Scope;
import io.storefront.app.answers.Answer;
import io.storefront.app.answers.KeyedRequest;
import io.storefront.app.answers.Replays;
import io.storefront.app.answers.Replies;
import io.storefront.app.answers.SealedBody;
import io.storefront.app.json.Findings;
import io.storefront.app.json.StrictJson;
import io.storefront.app.port.ApiKeys;
import io.storefront.app.view.Views;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** API keys. */
public final class ApiKeysResource {
  private static final String KEYS = "/v1/api-keys";
  private static final long RECORD_VERSION = 1;

  private final ApiKeys keys;
  private final KnownKeys known;
  private final StorefrontChoice storefronts;
  private final Cursors cursors;
  private final Replays replays;
  private final InstantSource clock;
  private final SecureRandom random;
  private final String kind;

  /** With what it needs. */
  public ApiKeysResource(
      ApiKeys keys,
      KnownKeys known,
      StorefrontChoice storefronts,
      Cursors cursors,
      Replays replays,
      InstantSource clock,
      SecureRandom random,
      String kind) {
    this.keys = keys;
    this.known = known;
    this.storefronts = storefronts;
    this.cursors = cursors;
    this.replays = replays;
    this.clock = clock;
    this.random = random;
    this.kind = kind;
  }

  /** What it offers. */
  public List<Route> routes() {
    return List.of(
        Route.post(KEYS, Scope.KEYS_ADMIN, this::issue),
        Route.get(KEYS, Scope.KEYS_ADMIN, this::list),
        Route.delete(KEYS + "/{keyId}", Scope.KEYS_ADMIN, this::revoke));
  }

  private Answer issue(Call call) {
    call.query().allow();
    Findings findings = new Findings();
    KeyWanted wanted = StrictJson.read(call.body(), findings, KeyWanted::read);
    KeyedRequest request = call.keyedRequest();
    SealedBody seal = new SealedBody(call.idempotencyKey());
    return seal.open(
        replays.once(
            request,
            () -> {
              Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
              wanted.requireSense(findings, now, id -> storefronts.find(id).isPresent());
              findings.refuseInvalid();
              return issued(wanted, now, request, seal);
            }));
  }

  private Optional<Answer> issued(
      KeyWanted wanted, Instant now, KeyedRequest request, SealedBody seal) {
    ApiKeyText text = ApiKeyText.create(kind, random);
    ApiKey key = wanted.key(text, now);
    Answer answer =
        Replies.with(
            Replies.json(201, Views.of(key, text.text()), RECORD_VERSION),
            "Location",
            KEYS + "/" + key.id());
    Answer sealed = seal.seal(answer, random);
    return keys.add(key, request.answered(sealed)) ? Optional.of(sealed) : Optional.empty();
  }

  private Answer list(Call call) {
    call.query().allow("storefront", "cursor", "limit");
    int limit = Paging.limit(call);
    var storefront = storefronts.narrowed(call);
    List<ApiKey> oneMore = keys.page(cursors.read(call), limit + 1);
    List<ApiKey> read = oneMore.subList(0, Math.min(limit, oneMore.size()));
    return Paging.page(
        limit,
        read.stream()
            .filter(key -> storefront.isEmpty() || key.storefront().equals(storefront))
            .map(Views::of)
            .toList(),
        oneMore.size() > limit
            ? Optional.of(cursors.write(call, read.getLast().id()))
            : Optional.empty());
  }

  private Answer revoke(Call call) {
    call.query().allow();
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    String id = call.variable("keyId");
    if (!ApiKeyText.isId(id) || !known.revoke(id, now)) {
      throw Call.notFound("key");
    }
    return Replies.empty(204);
  }
}
