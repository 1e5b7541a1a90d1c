package io.storefront.reliability.simulation;

import io.storefront.app.events.JournalEntry;
import io.storefront.app.port.Outbox;
import io.storefront.orders.StockClaim;
import io.storefront.orders.port.Change;
import io.storefront.orders.port.Orders;
import io.storefront.orders.port.Orders.CommitAnswer;
import io.storefront.orders.port.Payments;
import io.storefront.orders.port.Payments.Answer;
import io.storefront.orders.port.Payments.Instruction;
import io.storefront.orders.port.StockReservations;
import io.storefront.orders.port.StockReservations.ClaimAnswer;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Neighbours of which one method does something else than it should. */
final class Spoiled {
  private Spoiled() {}

  /** Does something else, or the right thing with something else. */
  interface Other {
    Object answer(List<Object> given, Function<List<Object>, Object> right);
  }

  /** One method of one port. */
  static UnaryOperator<Ports> at(Class<?> spoiled, String name, Other other) {
    return ports ->
        ports.with(
            new Ports.Change() {
              @Override
              public <T> T of(Class<T> port, T now) {
                return port == spoiled ? wrap(port, now, name, other) : now;
              }
            });
  }

  /** Commits that are made otherwise. */
  static UnaryOperator<Ports> commits(
      BiFunction<Change, Function<Change, CommitAnswer>, CommitAnswer> other) {
    return at(Orders.class, "commit", committing(other));
  }

  /** A storage that commits otherwise. */
  static Orders commit(
      Orders orders, BiFunction<Change, Function<Change, CommitAnswer>, CommitAnswer> other) {
    return wrap(Orders.class, orders, "commit", committing(other));
  }

  private static Other committing(
      BiFunction<Change, Function<Change, CommitAnswer>, CommitAnswer> other) {
    return (given, right) ->
        other.apply(
            (Change) given.getFirst(), change -> (CommitAnswer) right.apply(List.of(change)));
  }

  /** Other changes than were meant. */
  static UnaryOperator<Ports> changes(UnaryOperator<Change> other) {
    return commits((change, right) -> right.apply(other.apply(change)));
  }

  /** Claims that are stated otherwise. */
  static UnaryOperator<Ports> claims(
      BiFunction<StockClaim, Function<StockClaim, ClaimAnswer>, ClaimAnswer> other) {
    return at(
        StockReservations.class,
        "claim",
        (given, right) ->
            other.apply(
                (StockClaim) given.getFirst(), claim -> (ClaimAnswer) right.apply(List.of(claim))));
  }

  /** Takes what the provider answers for something else. */
  static UnaryOperator<Ports> reading(
      String method, BiFunction<Instruction, Answer, Answer> other) {
    return at(
        Payments.class,
        method,
        (given, right) -> other.apply((Instruction) given.getFirst(), (Answer) right.apply(given)));
  }

  /** Tells the provider something else. */
  static UnaryOperator<Ports> telling(String method, UnaryOperator<Instruction> other) {
    return at(
        Payments.class,
        method,
        (given, right) -> {
          List<Object> otherwise = new ArrayList<>(given);
          otherwise.set(0, other.apply((Instruction) given.getFirst()));
          return right.apply(otherwise);
        });
  }

  /** Hands out other events than are next. */
  static UnaryOperator<Ports> claimed(UnaryOperator<List<JournalEntry>> other) {
    return at(
        Outbox.class,
        "claim",
        (given, right) ->
            ((List<?>) right.apply(given))
                .stream()
                    .map(Outbox.Backlog.class::cast)
                    .map(
                        it ->
                            new Outbox.Backlog(
                                it.order(), it.through(), it.refusals(), other.apply(it.entries())))
                    .toList());
  }

  /** Keeps something else of what came of a claim. */
  static UnaryOperator<Ports> settled(UnaryOperator<Outbox.Settlement> other) {
    return at(
        Outbox.class,
        "settle",
        (given, right) ->
            right.apply(
                List.of(
                    ((List<?>) given.getFirst())
                        .stream().map(Outbox.Settlement.class::cast).map(other).toList())));
  }

  private static <T> T wrap(Class<T> port, T far, String name, Other other) {
    return port.cast(
        Proxy.newProxyInstance(
            port.getClassLoader(),
            new Class<?>[] {port},
            (proxy, method, arguments) -> {
              List<Object> given = arguments == null ? List.of() : List.of(arguments);
              Function<List<Object>, Object> right = it -> call(far, method, it);
              return method.getName().equals(name)
                  ? other.answer(given, right)
                  : right.apply(given);
            }));
  }

  private static Object call(Object far, Method method, List<Object> given) {
    try {
      return method.invoke(far, given.toArray());
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof RuntimeException thrown) {
        throw thrown;
      }
      if (e.getCause() instanceof Error thrown) {
        throw thrown;
      }
      throw new AssertionError(e.getCause());
    } catch (IllegalAccessException e) {
      throw new AssertionError(e);
    }
  }
}
