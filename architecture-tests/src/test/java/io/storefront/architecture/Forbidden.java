package io.storefront.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import java.util.Map;
import java.util.Set;

/** What makes a run differ from the run before: the time, chance, and threads of one's own. */
final class Forbidden {
  private static final Set<String> EVERYTHING = Set.of();
  private static final String NEW = "<init>";

  private static final Map<String, Set<String>> CALLS =
      Map.ofEntries(
          Map.entry("java.time.InstantSource", Set.of("system")),
          Map.entry(
              "java.time.Clock",
              Set.of(
                  "system",
                  "systemUTC",
                  "systemDefaultZone",
                  "tickMillis",
                  "tickSeconds",
                  "tickMinutes")),
          Map.entry("java.lang.System", Set.of("currentTimeMillis", "nanoTime")),
          Map.entry("java.util.Date", Set.of(NEW)),
          Map.entry("java.util.UUID", Set.of("randomUUID")),
          Map.entry("java.lang.Math", Set.of("random")),
          Map.entry("java.lang.StrictMath", Set.of("random")),
          Map.entry("java.util.Random", Set.of(NEW)),
          Map.entry("java.security.SecureRandom", Set.of(NEW, "getInstance", "getInstanceStrong")),
          Map.entry("java.util.concurrent.ThreadLocalRandom", EVERYTHING),
          Map.entry("java.util.random.RandomGenerator", Set.of("getDefault", "of")),
          Map.entry(
              "java.lang.Thread",
              Set.of(NEW, "sleep", "ofVirtual", "ofPlatform", "startVirtualThread")),
          Map.entry("java.lang.Object", Set.of("wait")),
          Map.entry("java.util.Timer", Set.of(NEW)),
          Map.entry("java.util.concurrent.TimeUnit", Set.of("sleep")),
          Map.entry("java.util.concurrent.Executors", EVERYTHING),
          Map.entry("java.util.concurrent.ForkJoinPool", EVERYTHING),
          Map.entry("java.util.concurrent.CompletableFuture", Set.of("supplyAsync", "runAsync")),
          Map.entry("java.util.concurrent.locks.LockSupport", EVERYTHING));

  private Forbidden() {}

  /** Such a call, or a reference to such a method or constructor. */
  static DescribedPredicate<JavaAccess<?>> access() {
    return DescribedPredicate.describe(
        "the time, chance or threads that were not handed in", Forbidden::is);
  }

  private static boolean is(JavaAccess<?> access) {
    String owner = access.getTargetOwner().getName();
    Set<String> names = CALLS.get(owner);
    boolean listed = names != null && (names.isEmpty() || names.contains(access.getName()));
    boolean now = owner.startsWith("java.time.") && access.getName().equals("now");
    return listed || now || isUnseeded(access);
  }

  /** With a seed a {@code SplittableRandom} is a function, and welcome. */
  private static boolean isUnseeded(JavaAccess<?> access) {
    return access.getTarget().getFullName().equals("java.util.SplittableRandom.<init>()");
  }
}
