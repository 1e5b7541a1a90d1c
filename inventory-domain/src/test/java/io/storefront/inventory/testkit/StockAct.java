package io.storefront.inventory.testkit;

import static java.util.stream.Collectors.joining;

import io.storefront.inventory.ClaimOwner;
import io.storefront.inventory.ClaimedLine;
import io.storefront.inventory.Sku;
import io.storefront.inventory.StockClaim;
import java.util.List;

/** One act of a generated sequence; products and owners are numbers, so that it can be replayed. */
sealed interface StockAct {

  /** Receives or takes away units. */
  record Adjust(int product, int quantity) implements StockAct {
    @Override
    public String toString() {
      return "product " + product + (quantity > 0 ? " +" : " ") + quantity;
    }
  }

  /** States an owner's claim. */
  record Claim(int owner, int revision, List<Line> lines) implements StockAct {

    StockClaim by(ClaimOwner name, List<Sku> skus) {
      return new StockClaim(
          name, revision, lines.stream().map(line -> line.of(skus.get(line.product()))).toList());
    }

    @Override
    public String toString() {
      return lines.stream()
          .map(Line::toString)
          .collect(joining(", ", "owner " + owner + " revision " + revision + ": ", ""));
    }
  }

  /** One product of a claim. */
  record Line(int product, int reserved, int shipped, int restocked) {

    ClaimedLine of(Sku sku) {
      return new ClaimedLine(sku, reserved, shipped, restocked);
    }

    @Override
    public String toString() {
      return "product %d %d/%d/%d".formatted(product, reserved, shipped, restocked);
    }
  }
}
