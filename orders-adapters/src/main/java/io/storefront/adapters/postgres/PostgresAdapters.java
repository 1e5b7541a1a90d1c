package io.storefront.adapters.postgres;

import com.zaxxer.hikari.HikariDataSource;
import io.storefront.adapters.postgres.verification.Repairs;
import io.storefront.adapters.postgres.verification.Verification;
import io.storefront.app.port.Answers;
import io.storefront.app.port.ApiKeys;
import io.storefront.app.port.Chores;
import io.storefront.app.port.CustomerHomes;
import io.storefront.app.port.ExpiredAnswers;
import io.storefront.app.port.OrderFeed;
import io.storefront.app.port.OrderJournal;
import io.storefront.app.port.OrderSearch;
import io.storefront.app.port.Outbox;
import io.storefront.app.port.Readiness;
import io.storefront.app.port.Secrets;
import io.storefront.app.port.Storefronts;
import io.storefront.app.port.Vitals;
import io.storefront.customers.port.Customers;
import io.storefront.inventory.port.Products;
import io.storefront.inventory.port.StockItems;
import io.storefront.orders.port.Orders;
import io.storefront.orders.port.UnfinishedOrders;
import java.time.Duration;
import javax.sql.DataSource;

/**
 * Everything that is stored, in one PostgreSQL database. {@link #migrate} must have run before
 * anything else is used. All adapters are thread-safe, share the connections, and throw their
 * port's {@code PortUnavailable} when the database cannot be reached or does not answer in time.
 */
public final class PostgresAdapters implements AutoCloseable {
  private final Opened database;
  private final Databases tables;
  private final Duration answerRetention;
  private final PostgresOrders orders;

  private PostgresAdapters(Opened database, Duration answerRetention, boolean carriesStock) {
    this.database = database;
    this.tables = Databases.of(database.connections());
    this.answerRetention = answerRetention;
    this.orders = new PostgresOrders(tables.ofOrders("Orders"), answerRetention, carriesStock);
  }

  /**
   * Opens a pool of connections.
   *
   * @throws RuntimeException when the database cannot be reached
   */
  public static PostgresAdapters open(PostgresSettings settings) {
    return over(ConnectionPool.open(settings), settings);
  }

  /** The same, but connects in the background: as long as that fails, so does every use. */
  public static PostgresAdapters openLazily(PostgresSettings settings) {
    return over(ConnectionPool.openLazily(settings), settings);
  }

  private static PostgresAdapters over(HikariDataSource pool, PostgresSettings settings) {
    return new PostgresAdapters(
        Opened.pool(pool, settings), settings.answerRetention(), settings.carriesStock());
  }

  /**
   * Connects anew each time, and lets statements take as long as they themselves allow: for the
   * commands of an operator. Nothing is asked of the database yet.
   */
  public static PostgresAdapters unpooled(PostgresSettings settings) {
    return over(
        ConnectionPool.unpooled(settings), settings.answerRetention(), settings.carriesStock());
  }

  /**
   * Uses connections of somebody else, who sees to time-outs and closes them, with all defaults.
   *
   * @param answerRetention how long an answer is kept for repeated requests
   * @param carriesStock whether stock is claimed in the same commit as its order
   */
  public static PostgresAdapters over(
      DataSource database, Duration answerRetention, boolean carriesStock) {
    return new PostgresAdapters(Opened.by(database), answerRetention, carriesStock);
  }

  /** The same with the defaults of {@link PostgresSettings}. */
  public static PostgresAdapters over(DataSource database) {
    return over(database, PostgresSettings.DEFAULT_ANSWER_RETENTION, true);
  }

  /**
   * Brings the schema up to what this program needs; costs one look when it is already. Several
   * instances may do so at once.
   *
   * @return how many migrations that took
   */
  public int migrate() {
    return PostgresMigrations.migrate(database.connections(), database.migrating());
  }

  /** Whether the schema has what this program needs; throws when the database is away. */
  public boolean isMigrated() {
    return PostgresMigrations.isCurrent(database.connections());
  }

  /**
   * Looks whether what is stored keeps to the invariants.
   *
   * @param sandbox whether payments are the sandbox's, whose books lie in the same database
   */
  public Verification verification(boolean sandbox) {
    return new Verification(database.connections(), sandbox);
  }

  /** Puts right what of it can be put right. */
  public Repairs repairs() {
    return new Repairs(database.connections(), stockItems());
  }

  /** The connections themselves, for adapters that keep tables of their own. */
  public DataSource dataSource() {
    return database.connections();
  }

  public Orders orders() {
    return orders;
  }

  public UnfinishedOrders unfinishedOrders() {
    return new PostgresUnfinishedOrders(tables.ofOrders("UnfinishedOrders"), tables.incidents());
  }

  public Products products() {
    return new PostgresProducts(tables.ofInventory("Products"));
  }

  public StockItems stockItems() {
    return new PostgresStockItems(tables.ofInventory("StockItems"), answerRetention);
  }

  public Customers customers() {
    return new PostgresCustomers(tables.ofCustomers("Customers"), answerRetention);
  }

  public CustomerHomes customerHomes() {
    return new PostgresCustomerHomes(tables.ofCustomers("CustomerHomes"));
  }

  public Answers answers() {
    return new PostgresAnswers(tables.ofOrders("Answers"));
  }

  public ApiKeys apiKeys() {
    return new PostgresApiKeys(tables.ofOrders("ApiKeys"), answerRetention);
  }

  public Storefronts storefronts() {
    return new PostgresStorefronts(tables.ofOrders("Storefronts"));
  }

  public OrderSearch orderSearch() {
    return new PostgresOrderSearch(tables.ofOrders("OrderSearch"));
  }

  public OrderJournal orderJournal() {
    return new PostgresOrderJournal(tables.ofOrders("OrderJournal"));
  }

  public OrderFeed orderFeed() {
    return new PostgresOrderFeed(tables.ofOrders("OrderFeed"));
  }

  public Outbox outbox() {
    return new PostgresOutbox(tables.ofOrders("Outbox"));
  }

  public Chores chores() {
    return new PostgresChores(tables.ofOrders("Chores"));
  }

  public ExpiredAnswers expiredAnswers() {
    return new PostgresExpiredAnswers(tables.ofOrders("ExpiredAnswers"));
  }

  public Secrets secrets() {
    return new PostgresSecrets(tables.ofOrders("Secrets"));
  }

  public Vitals vitals() {
    return new PostgresVitals(tables, database.connections());
  }

  public Readiness readiness() {
    return new PostgresReadiness(database.connections());
  }

  /** Closes the pool; connections of somebody else stay open. */
  @Override
  public void close() {
    database.closing().run();
  }
}
