package io.storefront.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.storefront.app.api.ApiRequest;
import io.storefront.wiring.demo.DemoKeys;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a client hears whose bytes are no proper HTTP request: S01, S02, S13, S14 and S15. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@Execution(ExecutionMode.CONCURRENT)
class FramingTest {
  private static final String HOST = "Host: localhost\r\n";
  private static final String ORDER =
      "POST /v1/orders HTTP/1.1\r\n"
          + HOST
          + "Content-Type: application/json\r\nIdempotency-Key: k\r\nAuthorization: Bearer "
          + DemoKeys.AURORA
          + "\r\n";
  private static final String LIVE = "GET /health/live HTTP/1.1\r\n";

  private static RunningHost host;

  @BeforeAll
  static void start() {
    host = RunningHost.start();
  }

  @AfterAll
  static void stop() throws InterruptedException {
    host.close();
  }

  static Stream<Arguments> broken() {
    return Stream.of(
        broken("length and chunks", "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n"),
        broken("two lengths", "Content-Length: 5\r\nContent-Length: 6\r\n\r\n123456"),
        broken("the same length twice", "Content-Length: 2\r\nContent-Length: 2\r\n\r\n{}"),
        broken("a negative length", "Content-Length: -1\r\n\r\n{}"),
        broken("a folded header", "X-A: b\r\n c\r\nContent-Length: 2\r\n\r\n{}"),
        broken("a bare line feed", "X-A: b\nContent-Length: 2\r\n\r\n{}"),
        broken("space before the colon", "X-A : b\r\nContent-Length: 2\r\n\r\n{}"),
        broken("a negative chunk", "Transfer-Encoding: chunked\r\n\r\n-5\r\nhello\r\n0\r\n\r\n"),
        broken("a chunk of no size", "Transfer-Encoding: chunked\r\n\r\nzz\r\nhello\r\n0\r\n\r\n"),
        broken(
            "a chunk extension of a megabyte",
            "Transfer-Encoding: chunked\r\n\r\n5;" + "a".repeat(1_000_000) + "\r\nhello\r\n"),
        broken("two hosts", HOST + "Content-Length: 2\r\n\r\n{}"),
        Arguments.of("no host", "GET /health/live HTTP/1.1\r\n\r\n"),
        Arguments.of("a broken escape", "GET /v1/products/%zz HTTP/1.1\r\n" + HOST + "\r\n"),
        Arguments.of("an escaped NUL", "GET /v1/products/a%00 HTTP/1.1\r\n" + HOST + "\r\n"),
        Arguments.of("no HTTP at all", "\u0016\u0003\u0001 hello\r\n\r\n"));
  }

  private static Arguments broken(String what, String rest) {
    return Arguments.of(what, ORDER + rest);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("broken")
  void broken_framing_is_answered_400_and_the_connection_closed(String what, String request)
      throws IOException {
    RawSocket.Heard heard = exchange(request);

    assertThat(heard.status()).as(heard.text()).isEqualTo(400);
    assertThat(heard.isClosed()).isTrue();
    assertThat(heard.text())
        .contains("application/problem+json")
        .contains("problems/malformed-request")
        .doesNotContain("jetty", "Jetty", "Server:", "Exception");
  }

  @Test
  void a_body_that_announces_too_much_is_answered_413_before_it_is_sent() throws IOException {
    RawSocket.Heard heard =
        exchange(ORDER + "Content-Length: 100000000\r\n\r\n" + "a".repeat(ApiRequest.MAX_BODY + 1));

    assertThat(heard.status()).isEqualTo(413);
    assertThat(heard.isClosed()).isTrue();
  }

  @Test
  void a_body_in_endless_chunks_is_answered_413() throws IOException {
    String chunk = "4000\r\n" + "a".repeat(0x4000) + "\r\n";

    RawSocket.Heard heard =
        exchange(ORDER + "Transfer-Encoding: chunked\r\n\r\n" + chunk.repeat(50));

    assertThat(heard.status()).isEqualTo(413);
    assertThat(heard.text()).contains("problems/too-large", "Connection: close");
    assertThat(heard.isClosed()).isTrue();
  }

  @Test
  void a_body_of_exactly_the_limit_is_read_to_its_end() throws IOException {
    String body = "{\"a\":\"" + "a".repeat(ApiRequest.MAX_BODY - 8) + "\"}";

    RawSocket.Heard heard =
        exchange(ORDER + "Content-Length: " + body.length() + "\r\n\r\n" + body);

    assertThat(body).hasSize(ApiRequest.MAX_BODY);
    assertThat(heard.status()).isEqualTo(400);
    assertThat(heard.isClosed()).isFalse();
  }

  @Test
  void headers_over_8_kib_and_over_100_fields_are_answered_431() throws IOException {
    assertThat(exchange(LIVE + HOST + "X-A: " + "a".repeat(8200) + "\r\n\r\n").status())
        .isEqualTo(431);
    assertThat(exchange(LIVE + HOST + "X-A: b\r\n".repeat(100) + "\r\n").status()).isEqualTo(431);
    assertThat(exchange(LIVE + HOST + "X-A: b\r\n".repeat(99) + "\r\n").status()).isEqualTo(200);
  }

  @Test
  void an_address_over_2_kib_is_answered_414() throws IOException {
    for (int length : new int[] {2100, 9000}) {
      String request = "GET /health/live?" + "a".repeat(length) + " HTTP/1.1\r\n" + HOST + "\r\n";
      assertThat(exchange(request).status()).isEqualTo(414);
    }
  }

  @Test
  void whatever_method_and_whatever_upgrade_reach_the_api() throws IOException {
    assertThat(exchange("TRACE /health/live HTTP/1.1\r\n" + HOST + "\r\n").status()).isEqualTo(405);
    assertThat(exchange("BREW /health/live HTTP/1.1\r\n" + HOST + "\r\n").status()).isEqualTo(405);
    assertThat(exchange("HEAD /health/live HTTP/1.1\r\n" + HOST + "\r\n").status()).isEqualTo(405);
    assertThat(exchange(LIVE + HOST + "Sec-WebSocket-Version: 13\r\n\r\n").status()).isEqualTo(200);
  }

  @Test
  void a_body_that_never_comes_is_answered_408() throws IOException {
    RawSocket.Heard heard = exchange(ORDER + "Content-Length: 100\r\n\r\n{");

    assertThat(heard.status()).isEqualTo(408);
    assertThat(heard.text()).contains("request-timeout");
    assertThat(heard.isClosed()).isTrue();
  }

  @Test
  void a_body_that_drips_is_answered_408() throws Exception {
    try (RawSocket socket = new RawSocket(host.address())) {
      socket.send(ORDER + "Content-Length: 100\r\n\r\n");
      for (int i = 0; i < 11; i++) {
        socket.send(" ");
        Thread.sleep(1000);
      }
      RawSocket.Heard heard = socket.hear();
      assertThat(heard.status()).isEqualTo(408);
      assertThat(heard.text()).contains("request-timeout");
    }
  }

  @Test
  void answers_do_not_say_who_serves_them() throws IOException {
    assertThat(exchange(LIVE + HOST + "\r\n").text())
        .contains("Cache-Control: no-store", "X-Content-Type-Options: nosniff")
        .doesNotContain("Server:", "X-Powered-By", "Set-Cookie");
  }

  private static RawSocket.Heard exchange(String request) throws IOException {
    try (RawSocket socket = new RawSocket(host.address())) {
      return socket.send(request).hear();
    }
  }
}
