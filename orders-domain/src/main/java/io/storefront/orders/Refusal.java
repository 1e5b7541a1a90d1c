package io.storefront.orders;

import java.util.List;
import org.joda.money.Money;

/**
 * Why something was not done: a code, and data that say it exactly. Deliberately not sealed, so
 * that a new reason breaks nobody: handle the ones you know and fall back on {@link #code}.
 */
public interface Refusal {
  /** The reason in kebab-case; never changes once published. */
  String code();

  /** Something in the request breaks a rule. */
  record Invalid(List<Violation> violations) implements Refusal {
    /** Copies the violations. */
    public Invalid {
      violations = List.copyOf(violations);
    }

    @Override
    public String code() {
      return "validation-failed";
    }
  }

  /**
   * One broken rule.
   *
   * @param pointer where, as a JSON Pointer (RFC 6901) into the command, for example {@code
   *     /lines/0/discounts}
   * @param rule the rule, as a sentence
   */
  record Violation(String pointer, String rule) {}

  /** The customer is unknown, blocked, or another storefront's; which of these is not told. */
  record CustomerNotEligible() implements Refusal {
    @Override
    public String code() {
      return "customer-not-eligible";
    }
  }

  /** These SKUs are unknown or no longer sold. */
  record UnknownSku(List<Sku> skus) implements Refusal {
    @Override
    public String code() {
      return "unknown-sku";
    }
  }

  /** These SKUs have no price in the order's currency. */
  record PriceUnavailable(List<Sku> skus) implements Refusal {
    @Override
    public String code() {
      return "price-unavailable";
    }
  }

  /** The request names other unit prices than the catalogue. */
  record PriceMismatch(List<Difference> differences) implements Refusal {
    /** What was said, and what is so. */
    public record Difference(Sku sku, Money requested, Money current) {}

    @Override
    public String code() {
      return "price-mismatch";
    }
  }

  /** The request expects another total. */
  record TotalMismatch(Money computedTotal) implements Refusal {
    @Override
    public String code() {
      return "total-mismatch";
    }
  }

  /** Another order of the storefront has this reference, and other content. */
  record ExternalReferenceConflict(OrderId order) implements Refusal {
    @Override
    public String code() {
      return "external-reference-conflict";
    }
  }

  /** Not enough stock; the order is rejected. */
  record InsufficientInventory(OrderId order, List<Shortage> shortages) implements Refusal {
    @Override
    public String code() {
      return "insufficient-inventory";
    }
  }

  /** The provider said no; the order is rejected. */
  record PaymentDeclined(OrderId order, String declineCode) implements Refusal {
    @Override
    public String code() {
      return "payment-declined";
    }
  }

  /**
   * The order ended before it was confirmed.
   *
   * @param reason {@code DEADLINE_EXCEEDED} or {@code CANCELLED}
   */
  record NotConfirmed(OrderId order, String reason) implements Refusal {
    @Override
    public String code() {
      return "order-not-confirmed";
    }
  }

  /**
   * The order's state does not allow the act.
   *
   * @param blockedBy every reason, the one that gives the code first
   */
  record Blocked(OrderId order, Lifecycle status, List<Block> blockedBy) implements Refusal {
    /** Copies the reasons; refuses none. */
    public Blocked {
      blockedBy = List.copyOf(blockedBy);
      if (blockedBy.isEmpty()) {
        throw new IllegalArgumentException("what is refused has a reason");
      }
    }

    @Override
    public String code() {
      return blockedBy.getFirst().refusedAs();
    }
  }

  /** More units were named than there are. */
  record QuantityExceeded(OrderId order, Lifecycle status, List<Excess> excesses)
      implements Refusal {
    /** A line, what was asked for, and what could have been. */
    public record Excess(int line, int requested, int available) {}

    /** Copies the excesses. */
    public QuantityExceeded {
      excesses = List.copyOf(excesses);
    }

    @Override
    public String code() {
      return Block.QUANTITY_EXCEEDED.refusedAs();
    }
  }

  /** More money than there is to give back. */
  record RefundExceedsCaptured(OrderId order, Money maxRefundable) implements Refusal {
    @Override
    public String code() {
      return "refund-exceeds-captured";
    }
  }

  /** More money than there is to take. */
  record CaptureExceedsAuthorized(OrderId order, Money maxCapturable) implements Refusal {
    @Override
    public String code() {
      return "capture-exceeds-authorized";
    }
  }
}
