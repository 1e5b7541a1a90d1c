package io.storefront.app.resource;

import io.storefront.app.answers.Replies;
import io.storefront.app.port.Readiness;
import io.storefront.app.problem.Problem;
import io.storefront.app.problem.ProblemType;
import io.storefront.app.problem.Refused;
import java.util.List;
import java.util.Map;

/** Whether the application lives, and whether it can work; nothing more is told to anybody. */
public final class HealthResource {
  private final Readiness readiness;

  /** With what it needs. */
  public HealthResource(Readiness readiness) {
    this.readiness = readiness;
  }

  /** What it offers. */
  public List<Route> routes() {
    return List.of(
        Route.open("/health/live", call -> Replies.json(200, Map.of("status", "UP"))),
        Route.open(
            "/health/ready",
            call -> {
              if (!readiness.isReady()) {
                throw unavailable("Not ready yet, or not any more.");
              }
              return Replies.json(200, Map.of("status", "UP"));
            }));
  }

  /** The refusal of whoever comes at a bad time. */
  public static Refused unavailable(String detail) {
    return new Refused(
        Problem.of(ProblemType.TEMPORARY_REDUCED_CAPACITY, detail).header("Retry-After", "1"));
  }
}
