package io.storefront.adapters.sqs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.storefront.adapters.testkit.QueueServer;
import io.storefront.app.access.StorefrontQueue;
import io.storefront.app.port.StorefrontQueues;
import io.storefront.app.testkit.Mailboxes;
import io.storefront.app.testkit.StorefrontQueuesContract;
import io.storefront.orders.PortUnavailable;
import io.storefront.orders.StorefrontId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.regions.Region;

class SqsStorefrontQueuesTest implements StorefrontQueuesContract {
  private static QueueServer server;
  private static SqsAdapters adapters;

  @BeforeAll
  static void start() {
    server = QueueServer.start(Duration.ofSeconds(2));
    adapters = new SqsAdapters(List.of());
  }

  @AfterAll
  static void stop() {
    adapters.close();
    server.close();
  }

  @Test
  void a_queue_that_does_not_exist_is_unavailable() {
    StorefrontQueue known = server.queue("shop", false);
    StorefrontQueue unknown =
        new StorefrontQueue(known.url().resolve("no-such"), known.storefront(), false);
    assertThatThrownBy(() -> queues().receive(unknown, Duration.ZERO))
        .isInstanceOf(PortUnavailable.class);
  }

  @ParameterizedTest
  @CsvSource({
    "sqs.eu-central-1.amazonaws.com, eu-central-1",
    "sqs.cn-north-1.amazonaws.com.cn, cn-north-1",
    "sqs-fips.us-gov-west-1.amazonaws.com, us-gov-west-1",
    "vpce-0a1-b2c.sqs.eu-west-1.vpce.amazonaws.com, eu-west-1",
    "eu-west-3.queue.amazonaws.com, eu-west-3",
    "sqs.ap-southeast-2.api.aws, ap-southeast-2",
    "queue.amazonaws.com,",
    "127.0.0.1,",
    "queues.eu-west-1.example.com,"
  })
  void the_region_is_the_one_in_the_name_of_a_host_of_aws(String host, String region) {
    assertThat(SqsStorefrontQueues.region(host).map(Region::id))
        .isEqualTo(Optional.ofNullable(region));
  }

  @Override
  public StorefrontQueues queues() {
    return adapters.storefrontQueues();
  }

  @Override
  public Mailboxes mailboxes() {
    return server;
  }

  @Override
  public StorefrontQueue unreachable() {
    return new StorefrontQueue(
        URI.create("http://127.0.0.1:" + closedPort() + "/000000000000/intake"),
        new StorefrontId("shop"),
        false);
  }

  private static int closedPort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
