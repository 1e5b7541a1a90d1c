package io.storefront.wiring;

import io.storefront.adapters.postgres.PostgresAdapters;
import io.storefront.adapters.postgres.verification.Finding;
import io.storefront.adapters.postgres.verification.Invariant;
import io.storefront.adapters.postgres.verification.Repairs;
import io.storefront.adapters.postgres.verification.Verification;
import java.io.PrintStream;
import java.util.Optional;

/**
 * What an operator runs against the database of running servers: it starts nothing, listens
 * nowhere, and migrates nothing.
 */
public final class DatabaseCheck {
  /** Every invariant holds. */
  public static final int CLEAN = 0;

  /** Some invariant does not hold. */
  public static final int VIOLATED = 1;

  /** It is not known whether they hold. */
  public static final int NOT_RUN = 2;

  private final Verification verification;
  private final Repairs repairs;
  private final PrintStream out;

  private DatabaseCheck(PostgresAdapters postgres, boolean sandbox, PrintStream out) {
    this.verification = postgres.verification(sandbox);
    this.repairs = postgres.repairs();
    this.out = out;
  }

  /**
   * Looks whether every invariant holds, and only reads; the right to SELECT is enough.
   *
   * @return {@link #CLEAN} or {@link #VIOLATED}
   * @throws ApplicationUnavailable when the database cannot be used
   */
  public static int verify(OrdersConfig config, PrintStream out) {
    return with(config, out, DatabaseCheck::verify);
  }

  /**
   * Looks what can be put right, and then whether every invariant holds.
   *
   * @param apply puts it right; without, only tells
   * @return {@link #CLEAN} or {@link #VIOLATED}
   * @throws ApplicationUnavailable when the database cannot be used
   */
  public static int repair(OrdersConfig config, boolean apply, PrintStream out) {
    return with(config, out, check -> check.repair(apply));
  }

  private interface Task {
    int run(DatabaseCheck check);
  }

  private static int with(OrdersConfig config, PrintStream out, Task task) {
    try (Storage storage = Storage.ofServers(config)) {
      storage.requireMigrated("run `migrate`, or the version of the program that migrated it");
      boolean sandbox = config.payments() == PaymentProvider.SANDBOX;
      return task.run(new DatabaseCheck(storage.postgres(), sandbox, out));
    } catch (IllegalStateException e) {
      throw new ApplicationUnavailable(String.valueOf(e.getMessage()), e);
    }
  }

  private int verify() {
    int broken = 0;
    for (Invariant invariant : verification.invariants()) {
      Optional<Finding> found = verification.check(invariant);
      if (found.isPresent()) {
        broken++;
        print(found.get());
        printRemedy(invariant);
      } else {
        out.println("holds   " + invariant);
      }
    }
    return conclude(broken);
  }

  private int repair(boolean apply) {
    int broken = 0;
    for (Invariant invariant : verification.invariants()) {
      if (verification.check(invariant).isPresent()) {
        mend(invariant, apply);
        Optional<Finding> left = verification.check(invariant);
        left.ifPresent(this::print);
        left.ifPresent(finding -> printRemedy(invariant));
        broken += left.isPresent() ? 1 : 0;
      }
    }
    return conclude(broken);
  }

  private void mend(Invariant invariant, boolean apply) {
    Optional<Finding> mendable = repairs.mendable(invariant);
    if (mendable.isEmpty()) {
      return;
    }
    String act = Repairs.act(invariant).orElseThrow();
    if (apply) {
      out.printf("mended  %s: %s (%d)%n", invariant, act, repairs.mend(invariant));
    } else {
      out.printf("would   %s: %s (%d)%n", invariant, act, mendable.get().total());
      mendable.get().rows().forEach(row -> out.println("          " + row));
    }
  }

  private int conclude(int broken) {
    int all = verification.invariants().size();
    out.println(
        broken == 0
            ? "all %d invariants hold".formatted(all)
            : "%d of %d invariants do not hold".formatted(broken, all));
    return broken == 0 ? CLEAN : VIOLATED;
  }

  private void print(Finding finding) {
    out.printf(
        "BROKEN  %s: %s (%d)%n",
        finding.invariant(), finding.invariant().sentence(), finding.total());
    finding.rows().forEach(row -> out.println("          " + row));
    long more = finding.total() - finding.rows().size();
    if (more > 0) {
      out.printf("          … and %d more%n", more);
    }
  }

  private void printRemedy(Invariant invariant) {
    out.println("        look at: " + invariant.advice());
    if (repairs.mendable(invariant).isPresent()) {
      out.println("        `repair` can mend it");
    }
  }
}
