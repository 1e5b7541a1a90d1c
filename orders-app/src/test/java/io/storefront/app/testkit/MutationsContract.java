package io.storefront.app.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every body, with every node dropped, emptied, nulled, retyped, doubled, crowded or enlarged. */
public interface MutationsContract extends ApiContract {
  /** Placements with these answers left an order behind. */
  Set<String> LEAVES_AN_ORDER = Set.of("payment-declined", "insufficient-inventory");

  @ParameterizedTest
  @ValueSource(
      strings = {"order", "customer", "patch", "product", "adjustment", "storefront", "key"})
  default void a_mutated_body_is_refused_as_documented_or_is_sound(String name) {
    Shop shop = aShop();
    Bodies.Sample sample = Bodies.named(name, shop);
    List<Mutation> mutations = Mutation.of(sample.body());
    assertThat(mutations).hasSizeGreaterThan(10);
    int orders = 0;
    for (Mutation mutation : mutations) {
      ApiAnswer answer = operator().send(sample.call(mutation.text()));
      expectDocumented(sample, mutation, answer);
      orders += leavesAnOrder(sample, answer) ? 1 : 0;
    }
    assertThat(Pages.walk(shop.clerk(), "/v1/orders?limit=200")).hasSize(orders);
  }

  private static void expectDocumented(Bodies.Sample sample, Mutation mutation, ApiAnswer answer) {
    String what =
        sample.name() + " with " + mutation.pointer() + " " + mutation.kind() + ": " + answer;
    boolean maySucceed =
        switch (mutation.kind()) {
          case DROPPED, EMPTIED -> true;
          // A patch removes by null, and a key whose storefront is null is the operator's.
          case NULLED -> sample.method().equals("PATCH") || pointsAtOwner(sample, mutation);
          // A scope or a currency that is named many times may count once.
          case ENLARGED -> Set.of("/scopes", "/currencies").contains(mutation.pointer());
          case RETYPED, DUPLICATED, GIVEN_A_SIBLING -> false;
        };
    if (maySucceed && answer.status() < 300) {
      return;
    }
    assertThat(answer.status()).as(what).isIn(400, 402, 409, 412, 422);
    String type = Problem.of(answer).string("type");
    switch (mutation.kind()) {
      case RETYPED, DUPLICATED -> assertThat(type).as(what).endsWith("malformed-request");
      case GIVEN_A_SIBLING -> assertThat(type).as(what).endsWith("unknown-field");
      case NULLED -> assertThat(maySucceed || answer.status() == 400).as(what).isTrue();
      case DROPPED, EMPTIED, ENLARGED -> {}
    }
  }

  private static boolean pointsAtOwner(Bodies.Sample sample, Mutation mutation) {
    return sample.name().equals("key") && mutation.pointer().equals("/storefront");
  }

  private static boolean leavesAnOrder(Bodies.Sample sample, ApiAnswer answer) {
    if (!sample.name().equals("order")) {
      return false;
    }
    return answer.status() < 300
        || LEAVES_AN_ORDER.stream()
            .anyMatch(ending -> answer.json().path("type").asString().endsWith(ending));
  }
}
