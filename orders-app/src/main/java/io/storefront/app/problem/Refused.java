package io.storefront.app.problem;

/** Ends the handling of a request with a problem. Part of the plan, so it has no stack trace. */
public final class Refused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  /** Ends it with this. */
  public Refused(Problem problem) {
    super(problem.detail(), null, false, false);
    this.problem = problem;
  }

  /** Ends it with this, which needs no more than a sentence. */
  public Refused(ProblemType type, String detail) {
    this(Problem.of(type, detail));
  }

  /** Why. */
  public Problem problem() {
    return problem;
  }
}
