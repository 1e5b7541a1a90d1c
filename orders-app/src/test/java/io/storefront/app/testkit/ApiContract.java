package io.storefront.app.testkit;

import java.time.Duration;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;

/**
 * What an implementer of a contract gives. Tests make their own storefronts, keys, products and
 * customers through the API, so they need no empty database and do not disturb each other.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
public interface ApiContract {
  /** How the API is reached; the payment provider behind it is the sandbox. */
  ApiClient api();

  /** A live key of the operator with every scope. */
  String operatorKey();

  /** The time budget that the API under test is configured with. */
  Duration timeBudget();

  /** By when the background has finished an order: the lease (budget and 5 s) and 5 s. */
  default Duration finishedWithin() {
    return timeBudget().plusSeconds(10);
  }

  /** A new storefront with a key, a product with stock, and a customer. */
  default Shop aShop() {
    return Shop.open(api(), operatorKey());
  }

  default Caller operator() {
    return new Caller(api(), operatorKey());
  }
}
