package com.example.baseline;

import com.example.baseline.OrderRows.Attempt;
import com.example.baseline.OrderRows.Order;
import com.example.baseline.OtherRows.ApiKey;
import com.example.baseline.OtherRows.Customer;
import com.example.baseline.OtherRows.Product;
import com.example.baseline.OtherRows.SandboxEffect;
import com.example.baseline.OtherRows.StoredAnswer;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The three transactions of an order: stored with everything that is claimed, authorized in the
 * provider's books, confirmed with its answer.
 */
@Service
class Placing {
  private static final String OPERATION = "POST /v1/orders";
  private static final Base64.Encoder KEY_TEXT = Base64.getUrlEncoder().withoutPadding();

  private final Repositories.Orders orders;
  private final Repositories.Answers answers;
  private final Repositories.Journal journal;
  private final Repositories.OutboxHeads heads;
  private final Repositories.Works works;
  private final Repositories.Customers customers;
  private final Repositories.Storefronts storefronts;
  private final Repositories.Products products;
  private final Repositories.Stocks stocks;
  private final Repositories.Claims claims;
  private final Repositories.Ledger ledger;
  private final Repositories.Effects effects;
  private final JsonMapper json;

  Placing(
      Repositories.Orders orders,
      Repositories.Answers answers,
      Repositories.Journal journal,
      Repositories.OutboxHeads heads,
      Repositories.Works works,
      Repositories.Customers customers,
      Repositories.Storefronts storefronts,
      Repositories.Products products,
      Repositories.Stocks stocks,
      Repositories.Claims claims,
      Repositories.Ledger ledger,
      Repositories.Effects effects,
      JsonMapper json) {
    this.orders = orders;
    this.answers = answers;
    this.journal = journal;
    this.heads = heads;
    this.works = works;
    this.customers = customers;
    this.storefronts = storefronts;
    this.products = products;
    this.stocks = stocks;
    this.claims = claims;
    this.ledger = ledger;
    this.effects = effects;
    this.json = json;
  }

  /** Either the answer to an earlier request with the same key, or an order that is pending. */
  record Begun(StoredAnswer earlier, Order order, StoredAnswer.Key request) {}

  @Transactional
  public Begun begin(ApiKey caller, String key, OrderJson.Wanted wanted) {
    StoredAnswer.Key request =
        new StoredAnswer.Key(
            caller.storefront, OPERATION, KEY_TEXT.encodeToString(ApiKeyFilter.digest(key)));
    String fingerprint = ApiKeyFilter.sha256(wanted.toString());
    StoredAnswer earlier = answers.findById(request).orElse(null);
    if (earlier != null) {
      requireSame(earlier, fingerprint);
      return new Begun(earlier, null, request);
    }
    requireTaken(caller.storefront, wanted.currency());
    Customer customer =
        customers
            .findByIdAndStorefrontAndStatus(wanted.customerId(), caller.storefront, "ACTIVE")
            .orElseThrow(() -> refused(HttpStatus.UNPROCESSABLE_CONTENT, "customer-not-eligible"));
    Order order = Draft.order(caller.storefront, wanted, customer, offers(wanted));
    orders.save(order);
    answers.save(Draft.unanswered(request, fingerprint, order));
    journal.save(Draft.placed(order, caller.id, wanted));
    heads.save(Draft.head(order));
    works.save(Draft.work(order));
    reserve(order);
    return new Begun(null, order, request);
  }

  @Transactional
  public SandboxEffect authorize(Order order) {
    Attempt attempt = order.attempts.getLast();
    SandboxEffect effect = new SandboxEffect();
    effect.providerKey = attempt.providerKey;
    effect.storefront = order.storefront;
    effect.orderId = "ord_" + order.id;
    effect.kind = attempt.kind;
    effect.amountMinor = attempt.amountMinor;
    effect.currency = order.currency;
    effect.behaviour = "APPROVE";
    effect.recordedAt = Draft.now();
    effect.answersAt = effect.recordedAt;
    return effects.save(effect);
  }

  @Transactional
  public StoredAnswer confirm(Begun begun, SandboxEffect effect) {
    Order order = orders.findWithPartsById(begun.order().id).orElseThrow();
    Draft.confirm(order, effect);
    journal.save(Draft.confirmed(order));
    heads.advance(order.id, order.lastEvent);
    works.done(order.id);
    StoredAnswer answer = answers.findById(begun.request()).orElseThrow();
    // The answer tells the version, which is the next one once it is written.
    orders.flush();
    answer.status = 201;
    answer.headers =
        Map.of(
            "Content-Type", "application/json",
            "ETag", "\"" + order.version + "\"",
            "Location", "/v1/orders/ord_" + order.id);
    answer.body = json.writeValueAsBytes(OrderJson.of(order));
    return answer;
  }

  private void reserve(Order order) {
    Map<String, Integer> wanted = new TreeMap<>();
    order.lines.forEach(line -> wanted.merge(line.sku, line.quantity, Integer::sum));
    claims.save(Draft.claim(order, wanted));
    ledger.saveAll(Draft.ledger(order, wanted));
    // Stock comes last and in one order, so that hot rows are locked shortly and nobody deadlocks.
    orders.flush();
    wanted.forEach(
        (sku, quantity) -> {
          if (stocks.reserve(sku, quantity) == 0) {
            throw refused(HttpStatus.CONFLICT, "insufficient-inventory");
          }
        });
  }

  private void requireTaken(String storefront, String currency) {
    storefronts
        .findById(storefront)
        .filter(found -> found.currencies.contains(currency))
        .orElseThrow(() -> refused(HttpStatus.BAD_REQUEST, "invalid-money"));
  }

  private Map<String, Product> offers(OrderJson.Wanted wanted) {
    List<String> skus = wanted.lines().stream().map(OrderJson.WantedLine::sku).distinct().toList();
    Map<String, Product> found = new HashMap<>();
    for (Product product : products.findBySkuInAndActiveTrue(skus)) {
      if (product.prices.containsKey(wanted.currency())) {
        found.put(product.sku, product);
      }
    }
    if (found.size() < skus.size()) {
      throw refused(HttpStatus.UNPROCESSABLE_CONTENT, "unknown-sku");
    }
    return found;
  }

  private static void requireSame(StoredAnswer earlier, String fingerprint) {
    if (!earlier.fingerprint.equals(fingerprint)) {
      throw refused(HttpStatus.UNPROCESSABLE_CONTENT, "idempotency-key-reused");
    }
    if (earlier.status == null) {
      throw refused(HttpStatus.CONFLICT, "request-in-progress");
    }
  }

  private static ResponseStatusException refused(HttpStatus status, String reason) {
    return new ResponseStatusException(status, reason);
  }
}
