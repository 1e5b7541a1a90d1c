package io.storefront.adapters.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.storefront.adapters.testkit.OwnServer;
import io.storefront.adapters.testkit.OwnServer.Stop;
import io.storefront.adapters.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** A database that went away and came back is found again, by whoever was connected before. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ReconnectingTest {
  @Test
  void who_never_was_connected_hears_at_once_that_nobody_is_there() {
    PGSimpleDataSource nobody = new PGSimpleDataSource();
    nobody.setURL("jdbc:postgresql://127.0.0.1:1/x");
    assertThatExceptionOfType(SQLException.class)
        .isThrownBy(() -> Reconnecting.onceConnected(nobody).getConnection());
  }

  @Test
  void who_was_connected_tries_until_the_server_is_back_or_nobody_wants_it_any_more()
      throws Exception {
    try (OwnServer server = OwnServer.start()) {
      TestDatabase database = server.createDatabase();
      Reconnecting reconnecting = Reconnecting.onceConnected(database.dataSource());
      reconnecting.getConnection().close();

      server.stop(Stop.FAST);
      CompletableFuture<Boolean> valid = connecting(reconnecting);
      TimeUnit.MILLISECONDS.sleep(500);
      assertThat(valid).isNotDone();
      server.startAgain();
      assertThat(valid.get(30, TimeUnit.SECONDS)).isTrue();

      server.stop(Stop.IMMEDIATE);
      CompletableFuture<Boolean> unwanted = connecting(reconnecting);
      reconnecting.close();
      assertThat(unwanted.get(30, TimeUnit.SECONDS)).isFalse();
    }
  }

  private static CompletableFuture<Boolean> connecting(DataSource source) {
    return CompletableFuture.supplyAsync(
        () -> {
          try (Connection connection = source.getConnection()) {
            return connection.isValid(5);
          } catch (SQLException e) {
            return false;
          }
        });
  }
}
