package io.storefront.adapters.postgres;

import io.storefront.customers.Customer;
import io.storefront.customers.CustomerId;
import io.storefront.customers.CustomerStatus;
import io.storefront.customers.Enclosure;
import io.storefront.customers.StorefrontId;
import io.storefront.customers.port.Change;
import io.storefront.customers.port.CommitAnswer;
import io.storefront.customers.port.Customers;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** A change is one statement; a taken id breaks it off, so that the request stays free. */
final class PostgresCustomers implements Customers {
  private static final String FIND =
      """
      SELECT id, storefront, name, email, default_address, status, version, created_at, updated_at
      FROM customer WHERE id = :id
      """;

  private static final String COMMIT =
      """
      WITH gate AS MATERIALIZED (
        SELECT id FROM customer
        WHERE id = :id AND storefront = :storefront AND version = :version - 1
        FOR NO KEY UPDATE
      ),
      request AS (
      """
          + EnclosedRequest.TAKE
          + "WHERE :version = 1 OR EXISTS (SELECT FROM gate)\n"
          + EnclosedRequest.UNLESS_TAKEN
          + """
          ),
          allowed AS MATERIALIZED (
            SELECT WHERE (SELECT count(*) FROM request) = :requests
          ),
          registered AS (
            INSERT INTO customer
              (id, storefront, name, email, default_address, status, version, created_at,
               updated_at)
            SELECT :id, :storefront, :name, :email, :address::jsonb, :status, :version,
                   :createdAt::timestamptz, :updatedAt::timestamptz
            FROM allowed WHERE :version = 1
            RETURNING 1
          ),
          changed AS (
            UPDATE customer c
            SET name = :name, email = :email, default_address = :address::jsonb,
                status = :status, version = :version, updated_at = :updatedAt
            FROM gate, allowed WHERE c.id = gate.id
            RETURNING 1
          )
          SELECT (SELECT count(*) FROM registered) + (SELECT count(*) FROM changed) AS stored,
                 NULL AS shortages
          """;

  private final Database database;
  private final Duration answerRetention;

  PostgresCustomers(Database database, Duration answerRetention) {
    this.database = database;
    this.answerRetention = answerRetention;
  }

  @Override
  public Optional<Customer> find(StorefrontId storefront, CustomerId id) {
    return database
        .read(handle -> find(handle, id))
        .filter(customer -> customer.storefront().equals(storefront));
  }

  @Override
  public CommitAnswer commit(Change change) {
    return database.write(
        (handle, again) -> {
          EnclosedRequest request =
              EnclosedRequest.of(change.enclosure(), Optional.empty(), answerRetention);
          return write(handle, change.next(), request)
              ? new CommitAnswer.Committed()
              : refusal(handle, change, request);
        });
  }

  private static boolean write(Handle handle, Customer next, EnclosedRequest request) {
    return CommitResult.of(
            request
                .bindTo(handle.createQuery(COMMIT))
                .bind("id", next.id().value())
                .bind("storefront", next.storefront().value())
                .bind("name", next.name())
                .bind("email", next.email())
                .bind(
                    "address",
                    next.defaultAddress().map(AddressRow::of).map(Json::write).orElse(null))
                .bind("status", next.status().name())
                .bind("version", next.version())
                .bind("createdAt", next.createdAt())
                .bind("updatedAt", next.updatedAt()))
        .stored();
  }

  private static CommitAnswer refusal(Handle handle, Change change, EnclosedRequest request) {
    boolean taken = request.isTaken(handle);
    boolean takesNone = change.enclosure().equals(Enclosure.NONE);
    boolean stored = find(handle, change.next().id()).filter(change.next()::equals).isPresent();
    if (stored && (taken || takesNone)) {
      return new CommitAnswer.Committed();
    }
    return taken ? new CommitAnswer.RequestTaken() : new CommitAnswer.Stale();
  }

  private static Optional<Customer> find(Handle handle, CustomerId id) {
    return handle
        .createQuery(FIND)
        .bind("id", id.value())
        .map(PostgresCustomers::customer)
        .findOne();
  }

  private static Customer customer(ResultSet row, StatementContext context) throws SQLException {
    return new Customer(
        new CustomerId(Columns.text(row, "id")),
        new StorefrontId(Columns.text(row, "storefront")),
        Columns.text(row, "name"),
        Columns.text(row, "email"),
        Columns.optionalText(row, "default_address")
            .map(text -> Json.read(text, AddressRow.class).toCustomers()),
        CustomerStatus.valueOf(Columns.text(row, "status")),
        row.getLong("version"),
        Columns.time(row, "created_at"),
        Columns.time(row, "updated_at"));
  }
}
