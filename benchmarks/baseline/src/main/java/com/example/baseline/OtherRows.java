package com.example.baseline;

import com.example.baseline.OrderRows.Assigned;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** The rows beside an order. */
final class OtherRows {
  private OtherRows() {}

  @Entity
  @Table(name = "idempotency")
  @IdClass(StoredAnswer.Key.class)
  static class StoredAnswer extends Assigned<StoredAnswer.Key> {
    record Key(String owner, String operation, String key) {}

    @Id String owner;
    @Id String operation;
    @Id String key;
    String fingerprint;
    String storefront;
    UUID orderId;
    Short status;

    @JdbcTypeCode(SqlTypes.JSON)
    Map<String, String> headers;

    byte[] body;
    Instant expiresAt;

    @Override
    public Key getId() {
      return new Key(owner, operation, key);
    }
  }

  @Entity
  @Table(name = "customer")
  static class Customer {
    @Id String id;
    String storefront;
    String name;
    String email;

    @JdbcTypeCode(SqlTypes.JSON)
    Map<String, String> defaultAddress;

    String status;
  }

  @Entity
  @Table(name = "storefront")
  static class Storefront {
    @Id String id;
    List<String> currencies;
  }

  @Entity
  @Table(name = "api_key")
  static class ApiKey {
    @Id String id;
    String storefront;
    String secretHash;
    List<String> scopes;
    Instant expiresAt;
    Instant revokedAt;
  }

  @Entity
  @Table(name = "product")
  static class Product {
    @Id String sku;
    String name;
    boolean active;

    @ElementCollection
    @CollectionTable(name = "product_price", joinColumns = @JoinColumn(name = "sku"))
    @MapKeyColumn(name = "currency")
    @Column(name = "amount_minor")
    Map<String, Long> prices = new HashMap<>();
  }

  @Entity
  @Table(name = "stock")
  static class Stock {
    @Id String sku;
    long onHand;
    long reserved;
  }

  @Entity
  @Table(name = "stock_claim")
  static class StockClaim extends Assigned<String> {
    @Id String owner;
    int revision = 1;

    @ElementCollection
    @CollectionTable(name = "stock_claim_line", joinColumns = @JoinColumn(name = "owner"))
    @MapKeyColumn(name = "sku")
    Map<String, Claimed> lines = new HashMap<>();

    @Override
    public String getId() {
      return owner;
    }
  }

  @Embeddable
  static class Claimed {
    int reserved;
    int shipped;
    int restocked;
  }

  @Entity
  @Table(name = "stock_ledger")
  static class LedgerEntry {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "stock_ledger_id_seq")
    @SequenceGenerator(
        name = "stock_ledger_id_seq",
        sequenceName = "stock_ledger_id_seq",
        allocationSize = 50)
    Long id;

    String sku;
    String kind;
    long quantity;
    String cause;
    Instant at;
  }

  @Entity
  @Table(name = "sandbox_effect")
  static class SandboxEffect extends Assigned<String> {
    @Id String providerKey;
    String storefront;
    String orderId;
    String kind;
    long amountMinor;
    String currency;
    String behaviour;
    Instant recordedAt;
    Instant answersAt;

    @Override
    public String getId() {
      return providerKey;
    }
  }
}
