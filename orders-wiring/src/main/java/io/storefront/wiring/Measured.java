package io.storefront.wiring;

import io.storefront.app.port.Measurements;
import io.storefront.orders.Hold;
import io.storefront.orders.OrderEvent;
import io.storefront.orders.Rejection;
import io.storefront.orders.port.Change;
import io.storefront.orders.port.Orders.CommitAnswer.Committed;
import io.storefront.orders.port.Payments.Instruction;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Times what goes through a port, and tells what came of it. Neither side of the port notices.
 *
 * @param port its name
 */
record Measured(Object real, String port, Measurements told) implements InvocationHandler {
  /** These answer what they were built with. */
  private static final Set<String> CONSTANTS = Set.of("carriesStock", "capabilities");

  private static final String NONE = "-";

  /** Names of ports, methods and cases, as they are told. */
  private static final Map<String, String> WORDS = new ConcurrentHashMap<>();

  /** The same port, watched; where nobody counts, the very same. */
  static <P> P port(Class<P> type, P real, Measurements told) {
    if (told.equals(Measurements.NONE)) {
      return real;
    }
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            new Measured(real, words(type.getSimpleName()), told)));
  }

  @Override
  public @Nullable Object invoke(
      Object proxy, Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
    if (method.getDeclaringClass() == Object.class || CONSTANTS.contains(method.getName())) {
      return call(method, arguments);
    }
    long begin = System.nanoTime();
    String outcome = "failed";
    try {
      Object answer = call(method, arguments);
      outcome = outcome(answer);
      if (answer instanceof Committed && arguments != null && arguments[0] instanceof Change it) {
        tell(it);
      }
      return answer;
    } catch (io.storefront.orders.PortUnavailable e) {
      outcome = "unavailable";
      throw e;
    } finally {
      told.stepped(
          port, step(method, arguments), outcome, Duration.ofNanos(System.nanoTime() - begin));
    }
  }

  private @Nullable Object call(Method method, @Nullable Object @Nullable [] arguments)
      throws Throwable {
    try {
      return method.invoke(real, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause() == null ? e : e.getCause();
    }
  }

  private void tell(Change change) {
    for (OrderEvent event : change.events()) {
      told.happened(words(event.type().name()), reason(event, change));
    }
  }

  /** Only of ours: a customer's reason is in the customer's words. */
  private static String reason(OrderEvent event, Change change) {
    return switch (event.type()) {
      case REJECTED ->
          change
              .order()
              .standing()
              .rejection()
              .map(Rejection::reason)
              .map(it -> words(it.name()))
              .orElse(NONE);
      case HELD ->
          change
              .order()
              .standing()
              .hold()
              .filter(Hold::isSystems)
              .map(it -> words(it.reason()))
              .orElse(NONE);
      default -> NONE;
    };
  }

  private static String step(Method method, @Nullable Object @Nullable [] arguments) {
    String name = words(method.getName());
    Object first = arguments == null || arguments.length == 0 ? null : arguments[0];
    return switch (first) {
      case Change change when change.isPlacing() -> name + "_placed";
      case Change change -> name + "_" + words(change.order().status().name());
      case Instruction instruction -> name + "_" + words(instruction.kind().name());
      case null, default -> name;
    };
  }

  /** The case of an answer that knows cases. */
  private static String outcome(@Nullable Object answer) {
    Class<?> type = answer == null ? Object.class : answer.getClass();
    boolean isCase = type.isRecord() && type.isMemberClass();
    return isCase ? words(type.getSimpleName()) : "done";
  }

  private static String words(String name) {
    return WORDS.computeIfAbsent(
        name, it -> it.replaceAll("([a-z])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT));
  }
}
