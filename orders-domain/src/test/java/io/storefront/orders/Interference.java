package io.storefront.orders;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/** What happens to the calls that one process makes to its neighbours. */
@FunctionalInterface
interface Interference {
  /** Nothing. */
  Interference NONE = Call::proceed;

  /** Questions of a port about itself, which cannot fail. */
  Set<String> HARMLESS = Set.of("carriesStock", "capabilities");

  Object around(Call call);

  /** The process ends; nothing catches this, and no code of its own runs afterwards. */
  final class Crash extends Error {
    private static final long serialVersionUID = 1L;
  }

  /** When something happens to a call, as seen from the neighbour. */
  enum Moment {
    BEFORE,
    AFTER
  }

  /**
   * One call.
   *
   * @param name such as {@code Orders.commit}
   */
  record Call(String name, Object target, Method method, List<Object> arguments) {
    Object proceed() {
      try {
        return method.invoke(target, arguments.toArray());
      } catch (InvocationTargetException e) {
        if (e.getCause() instanceof RuntimeException thrown) {
          throw thrown;
        }
        throw new AssertionError(e.getCause());
      } catch (IllegalAccessException e) {
        throw new AssertionError(e);
      }
    }
  }

  /** The process crashes at its n-th call. */
  static Interference crash(int n, Moment moment) {
    return at(
        n,
        moment,
        call -> true,
        () -> {
          throw new Crash();
        });
  }

  /** The n-th call of those meant finds nobody, or its answer is lost. */
  static Interference away(int n, Moment moment, Predicate<Call> meant) {
    return at(
        n,
        moment,
        meant,
        () -> {
          throw new PortUnavailable("Test", new IllegalStateException("n-th call"));
        });
  }

  /** Just before the first call of this name reaches the neighbour. */
  static Interference before(String name, Runnable event) {
    AtomicInteger calls = new AtomicInteger();
    return call -> {
      if (call.name().equals(name) && calls.incrementAndGet() == 1) {
        event.run();
      }
      return call.proceed();
    };
  }

  /** The port with the interference in between. */
  default <T> T disturb(Class<T> port, T target) {
    return port.cast(
        Proxy.newProxyInstance(
            port.getClassLoader(),
            new Class<?>[] {port},
            (proxy, method, arguments) -> {
              List<Object> given = arguments == null ? List.of() : List.of(arguments);
              Call call =
                  new Call(port.getSimpleName() + "." + method.getName(), target, method, given);
              return HARMLESS.contains(method.getName()) ? call.proceed() : around(call);
            }));
  }

  /** Something happens at the n-th call of those meant. */
  static Interference at(int n, Moment moment, Predicate<Call> meant, Runnable fault) {
    AtomicInteger calls = new AtomicInteger();
    return call -> {
      boolean hit = meant.test(call) && calls.incrementAndGet() == n;
      if (hit && moment == Moment.BEFORE) {
        fault.run();
      }
      Object answer = call.proceed();
      if (hit) {
        fault.run();
      }
      return answer;
    };
  }
}
