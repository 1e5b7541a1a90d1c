package io.storefront.app.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that nobody thought of are answered as documented too, and never by a breakdown. */
public interface OddRequestsContract extends ApiContract {
  int DAMAGED = 400;
  List<String> SPLINTERS =
      List.of(
          "{",
          "}",
          "[",
          "]",
          ":",
          ",",
          "\"",
          "\\",
          "0",
          "-",
          "1e999",
          "null",
          "true",
          "\u0000",
          "\\u0000",
          "\\ud800",
          "\"a\":1,",
          "9".repeat(19),
          "\ufffe",
          "/**/",
          " ",
          "\n");

  private static void expectAnswered(ApiAnswer answer) {
    assertThat(answer.status()).as("%s", answer).isBetween(200, 499);
    if (answer.status() >= 400) {
      Problem.of(answer);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"order", "customer", "patch", "product", "adjustment", "key"})
  default void a_body_that_was_damaged_on_its_way_is_refused_or_understood(String name) {
    long seed = Long.getLong("suite.seed", System.nanoTime());
    System.out.println("a_body_that_was_damaged " + name + ": -Dsuite.seed=" + seed);
    SplittableRandom random = new SplittableRandom(seed);
    Shop shop = aShop();
    Bodies.Sample sample = Bodies.named(name, shop);
    byte[] sound = sample.body().toString().getBytes(UTF_8);
    for (int i = 0; i < DAMAGED; i++) {
      byte[] damaged = sound;
      for (int times = random.nextInt(3); times >= 0; times--) {
        damaged = damage(damaged, random);
      }
      expectAnswered(operator().send(sample.call(sample.body()).withBody(damaged)));
    }
  }

  private static byte[] damage(byte[] sound, SplittableRandom random) {
    int at = random.nextInt(sound.length + 1);
    int end = Math.min(sound.length, at + 1 + random.nextInt(6));
    return switch (random.nextInt(5)) {
      case 0 -> joined(Arrays.copyOf(sound, at), Arrays.copyOfRange(sound, end, sound.length));
      case 1 -> joined(Arrays.copyOf(sound, end), Arrays.copyOfRange(sound, at, sound.length));
      case 2 -> {
        byte[] flipped = joined(sound, new byte[at == sound.length ? 1 : 0]);
        flipped[at] ^= (byte) (1 << random.nextInt(8));
        yield flipped;
      }
      case 3 -> Arrays.copyOf(sound, at);
      default -> {
        byte[] splinter = SPLINTERS.get(random.nextInt(SPLINTERS.size())).getBytes(UTF_8);
        byte[] start = joined(Arrays.copyOf(sound, at), splinter);
        yield joined(start, Arrays.copyOfRange(sound, at, sound.length));
      }
    };
  }

  private static byte[] joined(byte[] one, byte[] two) {
    byte[] both = Arrays.copyOf(one, one.length + two.length);
    System.arraycopy(two, 0, both, one.length, two.length);
    return both;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "limit=1&limit=2",
        "status=CONFIRMED&status=REJECTED",
        "=",
        "&&&",
        "limit",
        "cursor",
        "status=%00",
        "externalReference=%00",
        "externalReference=%EF%BF%BF",
        "sku=%00",
        "sku=%FF",
        "customerId=%00",
        "customerId=%F0%9F",
        "placedFrom=%00",
        "placedFrom=+1000000000-01-01T00:00:00Z",
        "placedFrom=-999999999-01-01T00:00:00Z",
        "placedTo=9999-12-31T23:59:59.999999999Z",
        "updatedFrom=0000-01-01T00:00:00Z",
        "sort=%00",
        "cursor=%00",
        "limit=%31",
        "%6cimit=1",
        "storefront=%00",
        "storefront=..%2F..",
        "include=",
        "nothing=known",
        "__proto__=1"
      })
  default void an_odd_query_is_refused_or_understood(String query) {
    Shop shop = aShop();
    String id = shop.placed(shop.cart()).path("id").asString();
    for (Caller caller : List.of(shop.clerk(), operator())) {
      for (String path :
          new String[] {"/v1/orders", "/v1/orders/" + id, "/v1/products", "/v1/storefronts"}) {
        expectAnswered(caller.get(path + "?" + query));
      }
    }
  }

  @Test
  default void a_filter_with_a_time_beyond_all_time_is_refused_or_understood() {
    Shop shop = aShop();
    shop.placed(shop.cart());
    for (String time :
        new String[] {
          "%2B999999999-12-31T23:59:59Z", "-1000000-01-01T00:00:00Z", "0001-01-01T00:00:00Z",
          "9999-12-31T23:59:59Z", "2026-01-01T00:00:60Z", "2026-01-01T24:00:00Z"
        }) {
      for (String filter : new String[] {"placedFrom=", "placedTo=", "updatedFrom="}) {
        expectAnswered(shop.clerk().get("/v1/orders?" + filter + time));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/html", "application/xml", "image/*;q=0", "nonsense", "*/*"})
  default void whatever_is_wished_for_the_answer_is_json(String accept) {
    Shop shop = aShop();
    ApiAnswer answer = shop.clerk().send(ApiCall.get("/v1/orders").with("Accept", accept));
    assertThat(answer.status()).as("%s", answer).isEqualTo(200);
    Conventions.holdForPersonalData(answer);
  }

  @Test
  default void an_address_over_2_kib_is_refused() {
    String target = "/v1/orders?sku=" + "a".repeat(2100);
    Problem.of(operator().get(target), 414, "uri-too-long");
  }

  @ParameterizedTest
  @ValueSource(ints = {8_200, 9_500})
  default void headers_over_8_kib_are_refused(int length) {
    ApiCall call = ApiCall.get("/v1/orders").with("X-Long", "a".repeat(length));
    Problem.of(operator().send(call), 431, "headers-too-large");
  }

  @Test
  default void headers_under_8_kib_are_taken() {
    ApiCall call = ApiCall.get("/v1/orders").with("X-Long", "a".repeat(7_500));
    assertThat(operator().send(call).status()).isEqualTo(200);
  }

  @Test
  default void a_letter_of_a_path_may_be_written_as_its_code() {
    Shop shop = aShop();
    String sku = shop.sku().replace("-", "%2D");
    assertThat(shop.clerk().get("/v1/products/" + sku).string("sku")).isEqualTo(shop.sku());
  }
}
