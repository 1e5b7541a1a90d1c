package com.example.baseline;

import jakarta.persistence.CascadeType;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.MapsId;
import jakarta.persistence.OneToOne;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.ListIndexBase;
import org.hibernate.type.SqlTypes;
import org.springframework.data.domain.Persistable;

/** The rows of an order. Columns that stay empty while one is placed are not mapped. */
final class OrderRows {
  private OrderRows() {}

  /** A row whose key is ours: known to be new, so that saving it does not look for it first. */
  @MappedSuperclass
  abstract static class Assigned<K> implements Persistable<K> {
    @Transient private boolean isStored;

    @Override
    public boolean isNew() {
      return !isStored;
    }

    @PostLoad
    @PostPersist
    void stored() {
      isStored = true;
    }
  }

  @Entity(name = "PlacedOrder")
  @Table(name = "orders")
  static class Order extends Assigned<UUID> {
    @Id UUID id;
    @Version long version = 1;
    UUID changeId;
    String storefront;
    String status;
    int lastEvent;
    long lastEpoch;
    String externalReference;
    String contentHash;
    String customerId;
    String currency;
    long linesMinor;
    long discountMinor;
    long shippingMinor;
    long taxIncludedMinor;
    long taxAddedMinor;
    long totalMinor;
    short lineCount;
    int recordCount;
    String paymentStatus;
    String fulfillmentStatus;
    String returnStatus;
    String stockState;
    int stockRevision;
    Instant deadlineAt;
    Instant placedAt;
    Instant updatedAt;

    @ElementCollection
    @CollectionTable(name = "order_line", joinColumns = @JoinColumn(name = "order_id"))
    @OrderColumn(name = "number")
    @ListIndexBase(1)
    List<Line> lines = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "payment_attempt", joinColumns = @JoinColumn(name = "order_id"))
    @OrderColumn(name = "number")
    @ListIndexBase(1)
    List<Attempt> attempts = new ArrayList<>();

    @OneToOne(mappedBy = "order", cascade = CascadeType.PERSIST)
    Contact contact;

    @Override
    public UUID getId() {
      return id;
    }
  }

  @Embeddable
  static class Line {
    String storefront;
    Instant placedAt;
    String sku;
    String name;
    long unitPriceMinor;
    int quantity;
    int allocated;
    int shipped;
    int delivered;
    int cancelled;
    int returned;

    @JdbcTypeCode(SqlTypes.JSON)
    String discounts = "[]";

    @JdbcTypeCode(SqlTypes.JSON)
    String taxes = "[]";
  }

  @Embeddable
  static class Attempt {
    String kind;
    String providerKey;
    long amountMinor;
    String state;
    String token;
    String providerRef;
    Instant queuedAt;
    Instant expiresAt;
  }

  @Entity
  @Table(name = "order_contact")
  static class Contact {
    @Id UUID orderId;

    @MapsId
    @OneToOne
    @JoinColumn(name = "order_id")
    Order order;

    String customerName;
    String customerEmail;

    @JdbcTypeCode(SqlTypes.JSON)
    Map<String, String> customerAddress;

    @JdbcTypeCode(SqlTypes.JSON)
    Map<String, String> shippingAddress;

    @JdbcTypeCode(SqlTypes.JSON)
    String metadata = "{}";
  }

  /** Never looked at for changes, which would find some in the JSON. */
  @Entity
  @Immutable
  @Table(name = "order_journal")
  @IdClass(JournalEntry.Key.class)
  static class JournalEntry extends Assigned<JournalEntry.Key> {
    record Key(UUID orderId, int eventSeq) {}

    @Id UUID orderId;
    @Id int eventSeq;
    long version;
    String type;
    String actor;

    @JdbcTypeCode(SqlTypes.JSON)
    Map<String, Object> payload;

    Instant at;

    @Override
    public Key getId() {
      return new Key(orderId, eventSeq);
    }
  }

  @Entity
  @Table(name = "outbox_head")
  static class OutboxHead extends Assigned<UUID> {
    @Id UUID orderId;
    int lastSeq;
    int fedSeq;
    int publishedSeq;
    Instant nextAttemptAt;

    @Override
    public UUID getId() {
      return orderId;
    }
  }

  @Entity
  @Table(name = "order_work")
  static class OrderWork extends Assigned<UUID> {
    @Id UUID orderId;
    String storefront;
    Instant dueAt;
    Instant leasedUntil;
    long epoch;
    int tries;

    @Override
    public UUID getId() {
      return orderId;
    }
  }
}
