package io.storefront.app.resource;

import io.storefront.app.json.JsonObject;
import io.storefront.app.json.JsonValue;
import io.storefront.orders.BroughtAuthorization;
import io.storefront.orders.PaymentMeans;
import io.storefront.orders.PaymentToken;
import io.storefront.orders.ProviderReference;
import java.util.Optional;

/** Reads what an order is paid with: a token, or an authorization that was made before. */
final class PaymentReader {
  private PaymentReader() {}

  static PaymentMeans read(JsonObject payment) {
    Optional<JsonValue> brought = payment.optional("authorization");
    Optional<JsonValue> token =
        brought.isPresent() ? payment.optional("token") : Optional.of(payment.required("token"));
    if (brought.isPresent() && token.isPresent()) {
      token.get().invalid("must not be given beside an authorization");
    }
    return brought
        .<PaymentMeans>map(value -> new BroughtAuthorization(reference(value)))
        .or(() -> token.map(PaymentReader::token))
        .orElseThrow();
  }

  private static ProviderReference reference(JsonValue value) {
    return value.text(
        ProviderReference::isWellFormed,
        "must be 1 to " + ProviderReference.MAX_LENGTH + " characters without control characters",
        ProviderReference::new,
        new ProviderReference("-"));
  }

  private static PaymentToken token(JsonValue value) {
    return value.text(
        PaymentToken::isWellFormed,
        "must be 1 to " + PaymentToken.MAX_LENGTH + " visible ASCII characters",
        PaymentToken::new,
        new PaymentToken("-"));
  }
}
