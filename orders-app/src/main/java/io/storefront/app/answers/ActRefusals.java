package io.storefront.app.answers;

import io.storefront.app.problem.Problem;
import io.storefront.app.problem.ProblemType;
import io.storefront.app.view.OrderViews;
import io.storefront.orders.Block;
import io.storefront.orders.Lifecycle;
import io.storefront.orders.Refusal;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** How the refusals of acts on orders look. */
final class ActRefusals {
  private record ExcessView(String lineId, int requested, int available) {}

  private ActRefusals() {}

  static Problem problem(Refusal refusal) {
    return switch (refusal) {
      case Refusal.Blocked no -> blocked(no.code(), no.status(), no.blockedBy());
      case Refusal.QuantityExceeded no ->
          blocked(no.code(), no.status(), List.of(Block.QUANTITY_EXCEEDED))
              .with("lines", no.excesses().stream().map(ActRefusals::excess).toList());
      case Refusal.RefundExceedsCaptured no ->
          Problem.of(
                  ProblemType.REFUND_EXCEEDS_CAPTURED,
                  "At most " + no.maxRefundable() + " can be given back.")
              .with("maxRefundable", OrderViews.money(no.maxRefundable()));
      case Refusal.CaptureExceedsAuthorized no ->
          Problem.of(
                  ProblemType.CAPTURE_EXCEEDS_AUTHORIZED,
                  "At most " + no.maxCapturable() + " can be taken.")
              .with("maxCapturable", OrderViews.money(no.maxCapturable()));
      default -> Problem.of(ProblemType.TRANSITION_NOT_ALLOWED, "Refused: " + refusal.code() + ".");
    };
  }

  /** The member {@code status} of a problem is HTTP's, so the order's has another name. */
  private static Problem blocked(String code, Lifecycle status, List<Block> blocks) {
    String reasons = blocks.stream().map(Block::name).collect(Collectors.joining(", "));
    return Problem.of(
            ProblemType.valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_')),
            "The order is " + status + " and does not allow this now: " + reasons + ".")
        .with("orderStatus", status.name())
        .with("blockedBy", OrderViews.blocks(blocks));
  }

  private static ExcessView excess(Refusal.QuantityExceeded.Excess excess) {
    return new ExcessView(String.valueOf(excess.line()), excess.requested(), excess.available());
  }
}
