package io.storefront.reliability.provider;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the provider has done, and what it has said of it. Thread-safe. */
final class Books {
  private final Map<String, Verdict> verdicts = new HashMap<>();
  private final List<Effect> ledger = new ArrayList<>();

  /** Does what is asked, unless it has said something to this key already. */
  synchronized Verdict act(Request request) {
    boolean forgets = request.get("token").startsWith("tok." + Pay.FORGETFUL);
    Verdict known = verdicts.get(request.get("key"));
    if (known != null && !forgets) {
      return known;
    }
    Verdict verdict = request.get("of").isEmpty() ? authorize(request) : upon(request);
    if (!forgets) {
      verdicts.put(request.get("key"), verdict);
    }
    return verdict;
  }

  /** What it has said to this key. */
  synchronized Verdict ask(Request request) {
    return Optional.ofNullable(verdicts.get(request.get("key")))
        .orElseGet(() -> Verdict.unknown(request));
  }

  synchronized List<Effect> ledger() {
    return List.copyOf(ledger);
  }

  private Verdict authorize(Request request) {
    return request.get("token").startsWith("tok." + Pay.DECLINE)
        ? Verdict.declined(request, "card_declined")
        : done(request);
  }

  private Verdict upon(Request request) {
    String target = request.get("of");
    BigDecimal left =
        ledger.stream()
            .filter(effect -> effect.key().equals(target))
            .map(Effect::value)
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    for (Effect done : ledger) {
      if (done.of().equals(target)) {
        left = done.kind().equals("VOID") ? BigDecimal.ZERO : left.subtract(done.value());
      }
    }
    if (left.signum() == 0) {
      return Verdict.declined(request, "not_held");
    }
    boolean tooMuch = !request.isVoid() && Effect.value(request.get("amount")).compareTo(left) > 0;
    return tooMuch ? Verdict.declined(request, "amount_too_large") : done(request);
  }

  private Verdict done(Request request) {
    ledger.add(
        new Effect(
            request.get("key"),
            request.get("kind"),
            request.get("order"),
            request.get("amount"),
            request.get("of")));
    return Verdict.approved(request, "ref-" + ledger.size());
  }
}
