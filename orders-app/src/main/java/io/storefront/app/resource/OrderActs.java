package io.storefront.app.resource;

import io.storefront.app.answers.ActReceipt;
import io.storefront.app.answers.Answer;
import io.storefront.app.answers.KeyedRequest;
import io.storefront.app.answers.Refusals;
import io.storefront.app.answers.Replays;
import io.storefront.app.json.Findings;
import io.storefront.app.json.JsonObject;
import io.storefront.app.json.StrictJson;
import io.storefront.app.problem.Refused;
import io.storefront.orders.Order;
import io.storefront.orders.Receipt;
import io.storefront.orders.act.OrderAct;
import io.storefront.orders.usecase.ActOnOrder;
import io.storefront.orders.usecase.ActOnOrder.Outcome;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Does what requests want done to orders: with an Idempotency-Key once, however often it is asked
 * for, and answered with the same bytes. Thread-safe.
 */
public final class OrderActs {
  private static final int UNCHANGED = 200;
  private static final byte[] NO_FIELDS = {'{', '}'};

  private final ActOnOrder acting;
  private final FoundOrders found;
  private final Replays replays;

  /** With what it needs. */
  public OrderActs(ActOnOrder acting, FoundOrders found, Replays replays) {
    this.acting = acting;
    this.found = found;
    this.replays = replays;
  }

  /** Does what a POST asks for. */
  <R> Answer once(
      Call call,
      Function<JsonObject, ? extends Asked<R>> reader,
      BiFunction<Order, R, Answer> answer) {
    return once(call, call.body(), reader, answer);
  }

  /** Does what a POST asks for that needs no body. */
  <R> Answer onceWithoutBody(Call call, Asked<R> asked, BiFunction<Order, R, Answer> answer) {
    return once(call, call.body().length == 0 ? NO_FIELDS : call.body(), body -> asked, answer);
  }

  /** Changes what a PATCH names. */
  <R> Answer patched(
      Call call,
      Function<JsonObject, ? extends Asked<R>> reader,
      BiFunction<Order, R, Answer> answer) {
    call.query().allow(FoundOrders.STOREFRONT);
    Findings findings = new Findings();
    Asked<R> asked = StrictJson.readPatch(call.body(), findings, reader::apply);
    return unkeyed(call, asked, findings, answer);
  }

  /** Does what a request without a key and a body asks for. */
  <R> Answer done(Call call, Asked<R> asked, BiFunction<Order, R, Answer> answer) {
    call.query().allow(FoundOrders.STOREFRONT);
    return unkeyed(call, asked, new Findings(), answer);
  }

  private <R> Answer once(
      Call call,
      byte[] body,
      Function<JsonObject, ? extends Asked<R>> reader,
      BiFunction<Order, R, Answer> answer) {
    call.query().allow(FoundOrders.STOREFRONT);
    Findings findings = new Findings();
    Asked<R> asked = StrictJson.read(body, findings, reader::apply);
    KeyedRequest request = call.keyedRequest();
    Receipt<Outcome<R>> receipt = new ActReceipt<>(request, answer);
    return replays.once(
        request,
        () -> {
          try {
            return act(call, asked, findings, receipt, answer)
                .filter(done -> done.status() != UNCHANGED || isFirst(request));
          } catch (Refused no) {
            if (isFirst(request)) {
              throw no;
            }
            return Optional.empty();
          }
        });
  }

  /** What its twin has done a moment before may be why a request is refused or changes nothing. */
  private boolean isFirst(KeyedRequest request) {
    return replays.stored(request).isEmpty();
  }

  private <R> Answer unkeyed(
      Call call, Asked<R> asked, Findings findings, BiFunction<Order, R, Answer> answer) {
    return act(call, asked, findings, Receipt.none(), answer)
        .orElseThrow(() -> new IllegalStateException("what has no receipt cannot be taken"));
  }

  /** Empty when the same request came first. */
  private <R> Optional<Answer> act(
      Call call,
      Asked<R> asked,
      Findings findings,
      Receipt<Outcome<R>> receipt,
      BiFunction<Order, R, Answer> answer) {
    Order order = found.evenDeleted(call);
    OrderAct<R> act = act(order, asked, findings);
    Outcome<R> outcome =
        acting.act(
            new ActOnOrder.Command<>(
                order.storefront(),
                order.id(),
                call.onlyAt(order.version()),
                act,
                call.caller().actor(),
                receipt));
    return switch (outcome) {
      case Outcome.Done<R>(Order next, R left) -> Optional.of(answer.apply(next, left));
      case Outcome.Unchanged<R>(Order same, R left) -> Optional.of(known(answer.apply(same, left)));
      case Outcome.Refused<R>(var refusal) -> throw new Refused(Refusals.problem(refusal));
      case Outcome.NotFound<R> no -> throw Call.notFound("order");
      case Outcome.Deleted<R>(Instant at) -> throw FoundOrders.deleted(at);
      case Outcome.VersionConflict<R>(long current) -> throw Call.versionConflict(current);
      case Outcome.RequestTaken<R> no -> Optional.empty();
    };
  }

  private static <R> OrderAct<R> act(Order order, Asked<R> asked, Findings findings) {
    Optional<Instant> deleted = order.standing().deletedAt();
    if (deleted.isPresent() && !asked.isOfDeleted()) {
      throw FoundOrders.deleted(deleted.get());
    }
    asked.check(order, findings);
    findings.refuseInvalid();
    return asked.act(order);
  }

  /** It was so before. */
  private static Answer known(Answer answer) {
    return new Answer(UNCHANGED, answer.headers(), answer.body());
  }
}
