package io.storefront.reliability.simulation;

import io.storefront.orders.PortUnavailable;
import io.storefront.orders.port.Payments;
import io.storefront.reliability.baton.Baton;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Optional;
import java.util.Set;

/**
 * The line between one process and its neighbours: each call lets others run before and after, and
 * the plan says what becomes of it.
 */
final class Line {
  /** Questions of a port about itself, which cannot fail. */
  private static final Set<String> HARMLESS = Set.of("carriesStock", "capabilities");

  private final Process process;
  private final Plan plan;
  private final Baton baton;
  private final Trace trace;
  private final Coverage coverage;

  /** A call that reaches the neighbour. */
  private interface Delivery {
    Object make();
  }

  Line(Process process, Plan plan, Baton baton, Trace trace, Coverage coverage) {
    this.process = process;
    this.plan = plan;
    this.baton = baton;
    this.trace = trace;
    this.coverage = coverage;
  }

  /** The same neighbours, at the other end of the line. */
  Ports to(Ports far) {
    return far.with(this::to);
  }

  private <T> T to(Class<T> port, T far) {
    return port.cast(
        Proxy.newProxyInstance(
            port.getClassLoader(),
            new Class<?>[] {port},
            (proxy, method, arguments) ->
                HARMLESS.contains(method.getName())
                    ? proceed(far, method, arguments)
                    : around(port, far, method, arguments)));
  }

  private Object around(Class<?> port, Object far, Method method, Object[] arguments) {
    process.requireAlive();
    Baton.Actor caller = baton.current();
    Call call =
        new Call(caller.name(), caller.nextCall(), port.getSimpleName() + "." + method.getName());
    Optional<Fault> fault = plan.at(call);
    fault.ifPresent(it -> coverage.saw(it.kind() + " " + call.method()));
    baton.pass();
    process.requireAlive();
    Object answer =
        fault.isPresent()
            ? disturbed(call, fault.get(), () -> proceed(far, method, arguments))
            : proceed(far, method, arguments);
    trace.answered(call, answer);
    baton.pass();
    process.requireAlive();
    return answer;
  }

  private Object disturbed(Call call, Fault fault, Delivery delivery) {
    trace.fault(call, fault);
    switch (fault.kind()) {
      case CRASH_BEFORE -> process.crash();
      case FAIL_NOT_DONE -> {
        return noAnswer(call);
      }
      case FAIL_LATE -> {
        later(call, fault, delivery);
        return noAnswer(call);
      }
      case DELAY_BEFORE -> {
        baton.sleep(fault.length());
        process.requireAlive();
      }
      default -> {}
    }
    Object answer = delivery.make();
    switch (fault.kind()) {
      case CRASH_AFTER -> process.crash();
      case FAIL_DONE -> {
        return noAnswer(call);
      }
      case DELAY_AFTER -> baton.sleep(fault.length());
      case DUPLICATE -> {
        process.requireAlive();
        return delivery.make();
      }
      case ECHO -> later(call, fault, delivery);
      default -> {}
    }
    return answer;
  }

  /** A message that was on its way for long has nobody any more who waits for its answer. */
  private void later(Call call, Fault fault, Delivery delivery) {
    baton.start(
        "echo of " + call,
        fault.length(),
        () -> {
          try {
            trace.note("late: " + call);
            delivery.make();
          } catch (RuntimeException nobodyHears) {
            trace.note("late and in vain: " + call);
          }
        });
  }

  private static Object noAnswer(Call call) {
    if (call.method().startsWith("Payments.")) {
      return new Payments.Unknown();
    }
    String port = call.method().substring(0, call.method().indexOf('.'));
    throw new PortUnavailable(port, new IllegalStateException("no answer"));
  }

  private static Object proceed(Object far, Method method, Object[] arguments) {
    try {
      return method.invoke(far, arguments);
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
