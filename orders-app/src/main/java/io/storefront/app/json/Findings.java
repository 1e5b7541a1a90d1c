package io.storefront.app.json;

import io.storefront.app.problem.Fault;
import io.storefront.app.problem.Problem;
import io.storefront.app.problem.ProblemType;
import io.storefront.app.problem.Refused;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What is wrong with a body, gathered while it is read so that everything is told at once. Used by
 * one thread.
 */
public final class Findings {
  private final Map<ProblemType, List<Fault>> faults = new EnumMap<>(ProblemType.class);

  /** Not the JSON that is expected here. */
  public void malformed(String pointer, String detail) {
    add(ProblemType.MALFORMED_REQUEST, pointer, detail);
  }

  /** A value that breaks a rule. */
  public void invalid(String pointer, String detail) {
    add(ProblemType.VALIDATION_FAILED, pointer, detail);
  }

  /** An amount that is none, or in the wrong currency. */
  public void invalidMoney(String pointer, String detail) {
    add(ProblemType.INVALID_MONEY, pointer, detail);
  }

  void unknown(String pointer, String detail) {
    add(ProblemType.UNKNOWN_FIELD, pointer, detail);
  }

  /** Refuses with 400 what cannot be read. */
  public void refuseUnreadable() {
    refuse(ProblemType.MALFORMED_REQUEST);
    refuse(ProblemType.UNKNOWN_FIELD);
  }

  /** Refuses with 422 what breaks a rule. */
  public void refuseInvalid() {
    refuse(ProblemType.VALIDATION_FAILED);
    refuse(ProblemType.INVALID_MONEY);
  }

  private void add(ProblemType type, String pointer, String detail) {
    faults.computeIfAbsent(type, any -> new ArrayList<>()).add(Fault.at(pointer, detail));
  }

  private void refuse(ProblemType type) {
    List<Fault> found = faults.getOrDefault(type, List.of());
    if (!found.isEmpty()) {
      throw new Refused(Problem.of(type, found));
    }
  }
}
