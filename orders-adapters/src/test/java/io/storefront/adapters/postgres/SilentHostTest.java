package io.storefront.adapters.postgres;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** One of two hosts accepts connections, and says nothing. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SilentHostTest {
  @Test
  void a_silent_host_leaves_time_to_try_the_next_one() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      int closed = closedPort();
      String url =
          "jdbc:postgresql://127.0.0.1:%d,127.0.0.1:%d/orders?sslmode=verify-full"
              .formatted(silent.getLocalPort(), closed);

      assertThatThrownBy(
              () -> ConnectionPool.unpooled(PostgresSettings.of(url, "orders", "")).getConnection())
          .hasMessageContaining("127.0.0.1:" + closed + " refused");
    }
  }

  private static int closedPort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
