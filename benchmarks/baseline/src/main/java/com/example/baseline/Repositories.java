package com.example.baseline;

import com.example.baseline.OrderRows.JournalEntry;
import com.example.baseline.OrderRows.Order;
import com.example.baseline.OrderRows.OrderWork;
import com.example.baseline.OrderRows.OutboxHead;
import com.example.baseline.OtherRows.ApiKey;
import com.example.baseline.OtherRows.Customer;
import com.example.baseline.OtherRows.LedgerEntry;
import com.example.baseline.OtherRows.Product;
import com.example.baseline.OtherRows.SandboxEffect;
import com.example.baseline.OtherRows.Stock;
import com.example.baseline.OtherRows.StockClaim;
import com.example.baseline.OtherRows.StoredAnswer;
import com.example.baseline.OtherRows.Storefront;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.cache.annotation.Cacheable;
import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

/** The repositories. */
final class Repositories {
  private Repositories() {}

  interface Orders extends JpaRepository<Order, UUID> {
    @EntityGraph(attributePaths = {"lines", "contact"})
    Optional<Order> findWithPartsById(UUID id);
  }

  interface Journal extends JpaRepository<JournalEntry, JournalEntry.Key> {}

  interface OutboxHeads extends JpaRepository<OutboxHead, UUID> {
    @Modifying
    @Query("update #{#entityName} h set h.lastSeq = :last where h.orderId = :order")
    int advance(UUID order, int last);
  }

  interface Works extends JpaRepository<OrderWork, UUID> {
    @Modifying
    @Query("delete from #{#entityName} w where w.orderId = :order")
    int done(UUID order);
  }

  interface Answers extends JpaRepository<StoredAnswer, StoredAnswer.Key> {}

  interface Customers extends JpaRepository<Customer, String> {
    Optional<Customer> findByIdAndStorefrontAndStatus(String id, String storefront, String status);
  }

  interface Storefronts extends JpaRepository<Storefront, String> {
    @Override
    @Cacheable("storefronts")
    Optional<Storefront> findById(String id);
  }

  interface ApiKeys extends JpaRepository<ApiKey, String> {
    @Override
    @Cacheable("api-keys")
    Optional<ApiKey> findById(String id);
  }

  interface Products extends JpaRepository<Product, String> {
    @EntityGraph(attributePaths = "prices")
    List<Product> findBySkuInAndActiveTrue(Collection<String> skus);
  }

  interface Stocks extends JpaRepository<Stock, String> {
    @Modifying
    @Query(
        """
        update #{#entityName} s set s.reserved = s.reserved + :quantity
        where s.sku = :sku and s.onHand - s.reserved >= :quantity
        """)
    int reserve(String sku, long quantity);
  }

  interface Claims extends JpaRepository<StockClaim, String> {}

  interface Ledger extends JpaRepository<LedgerEntry, Long> {}

  interface Effects extends JpaRepository<SandboxEffect, String> {}
}
