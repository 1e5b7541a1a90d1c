package io.storefront.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.storefront.inventory.port.AdjustAnswer;
import io.storefront.inventory.port.ClaimAnswer;
import io.storefront.inventory.port.Products;
import io.storefront.inventory.port.StockItems;
import io.storefront.inventory.testkit.Fresh;
import io.storefront.inventory.testkit.InMemoryProducts;
import io.storefront.inventory.testkit.InMemoryStockItems;
import io.storefront.inventory.testkit.RequestEnclosure;
import io.storefront.inventory.testkit.StockItemsContract;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Storages with one mistake each, to show that the contracts find it. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ContractsBiteTest {

  @Test
  void a_storage_that_forgets_revisions_is_found_and_the_seed_is_told() {
    StockItemsContract careless = contractOver(ForgetsRevisions::new);
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(careless::any_sequence_of_claims_in_any_order_of_revisions_conserves_stock)
        .withMessageMatching("(?s)seed \\d+ breaks with these acts:.*")
        .satisfies(error -> assertThat(error.getMessage().lines().count()).isLessThan(8));
    assertBroken(careless::stating_an_older_or_equal_revision_again_changes_nothing);
  }

  @Test
  void a_storage_that_claims_what_it_can_get_is_found() {
    StockItemsContract careless = contractOver(ClaimsInParts::new);
    assertBroken(careless::any_sequence_of_claims_in_any_order_of_revisions_conserves_stock);
    assertBroken(careless::a_claim_for_more_than_is_available_is_short_and_changes_nothing);
  }

  @Test
  void a_storage_that_keeps_no_early_tombstone_is_found() {
    StockItemsContract careless = contractOver(DropsEarlyTombstones::new);
    assertBroken(careless::an_empty_claim_that_comes_first_keeps_later_older_claims_out);
  }

  @Test
  void a_storage_that_makes_an_adjustment_twice_is_found() {
    StockItemsContract careless = contractOver(AdjustsAgain::new);
    assertBroken(
        careless::repeating_the_same_adjustment_changes_nothing_and_answers_the_same_level);
  }

  @Test
  void a_storage_that_forgets_the_seal_is_found() {
    StockItemsContract careless = contractOver(SealsNothing::new);
    assertBroken(careless::the_resulting_level_is_sealed_and_stored_in_the_same_commit);
    assertBroken(careless::of_adjustments_racing_for_the_same_request_exactly_one_is_made);
  }

  private static void assertBroken(Runnable promise) {
    assertThatThrownBy(promise::run).isInstanceOfAny(AssertionError.class, RuntimeException.class);
  }

  private static StockItemsContract contractOver(UnaryOperator<StockItems> mistake) {
    InMemoryProducts products = new InMemoryProducts();
    StockItems stock = mistake.apply(new InMemoryStockItems(products));
    return new StockItemsContract() {
      @Override
      public StockItems stock() {
        return stock;
      }

      @Override
      public Products products() {
        return products;
      }

      @Override
      public Enclosure enclosing(String request) {
        return new RequestEnclosure(request);
      }

      @Override
      public long seed() {
        return 1;
      }
    };
  }

  /** Applies whatever it is told last. */
  private static final class ForgetsRevisions extends Careless {
    ForgetsRevisions(StockItems right) {
      super(right);
    }

    @Override
    public ClaimAnswer claim(StockClaim claim) {
      int next = right.claimOf(claim.owner()).map(StockClaim::revision).orElse(0) + 1;
      return super.claim(
          new StockClaim(claim.owner(), Math.max(next, claim.revision()), claim.lines()));
    }
  }

  /** Takes the lines one by one. */
  private static final class ClaimsInParts extends Careless {
    ClaimsInParts(StockItems right) {
      super(right);
    }

    @Override
    public ClaimAnswer claim(StockClaim claim) {
      ClaimAnswer answer = super.claim(claim);
      if (answer instanceof ClaimAnswer.Short(var shortages)) {
        List<Sku> lacking = shortages.stream().map(shortage -> shortage.sku()).toList();
        List<ClaimedLine> rest =
            claim.lines().stream().filter(line -> !lacking.contains(line.sku())).toList();
        super.claim(new StockClaim(claim.owner(), claim.revision(), rest));
      }
      return answer;
    }
  }

  /** Sees nothing to do for an empty claim of an owner it does not know. */
  private static final class DropsEarlyTombstones extends Careless {
    DropsEarlyTombstones(StockItems right) {
      super(right);
    }

    @Override
    public ClaimAnswer claim(StockClaim claim) {
      return claim.lines().isEmpty() && right.claimOf(claim.owner()).isEmpty()
          ? new ClaimAnswer.Held()
          : super.claim(claim);
    }
  }

  /** Makes the same adjustment as often as it is told to. */
  private static final class AdjustsAgain extends Careless {
    AdjustsAgain(StockItems right) {
      super(right);
    }

    @Override
    public AdjustAnswer adjust(Adjustment adjustment, Receipt<StockLevel> receipt) {
      return super.adjust(
          new Adjustment(
              Fresh.adjustmentId(),
              adjustment.sku(),
              adjustment.quantity(),
              adjustment.reason(),
              adjustment.note(),
              adjustment.at()),
          receipt);
    }
  }

  /** Stores no enclosure. */
  private static final class SealsNothing extends Careless {
    SealsNothing(StockItems right) {
      super(right);
    }

    @Override
    public AdjustAnswer adjust(Adjustment adjustment, Receipt<StockLevel> receipt) {
      return super.adjust(adjustment, Receipt.none());
    }
  }

  /** Right in everything that a subclass does not get wrong. */
  private abstract static class Careless implements StockItems {
    final StockItems right;

    Careless(StockItems right) {
      this.right = right;
    }

    @Override
    public Optional<StockLevel> level(Sku sku) {
      return right.level(sku);
    }

    @Override
    public Map<Sku, StockLevel> levels(Collection<Sku> skus) {
      return right.levels(skus);
    }

    @Override
    public AdjustAnswer adjust(Adjustment adjustment, Receipt<StockLevel> receipt) {
      return right.adjust(adjustment, receipt);
    }

    @Override
    public ClaimAnswer claim(StockClaim claim) {
      return right.claim(claim);
    }

    @Override
    public Optional<StockClaim> claimOf(ClaimOwner owner) {
      return right.claimOf(owner);
    }
  }
}
