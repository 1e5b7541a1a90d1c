package io.storefront.reliability.provider;

import io.storefront.orders.AttemptRef;
import io.storefront.orders.ProviderReference;
import io.storefront.orders.port.Payments;
import io.storefront.orders.port.Payments.Answer;
import io.storefront.orders.port.Payments.Instruction;
import java.net.http.HttpResponse;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Takes what came back at its word only if it is documented, complete and about this request. */
final class Answers {
  private static final JsonMapper STRICT =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private static final int DONE = 200;
  private static final int DECLINED = 402;
  private static final int NO_SUCH_REQUEST = 404;

  private Answers() {}

  static Answer of(HttpResponse<byte[]> response, Instruction instruction, boolean asked) {
    boolean isJson =
        response
            .headers()
            .firstValue("Content-Type")
            .filter("application/json"::equals)
            .isPresent();
    try {
      JsonNode body = STRICT.readTree(isJson ? response.body() : new byte[0]);
      return body.isObject() && isAbout(instruction, body)
          ? read(response.statusCode(), body, asked)
          : new Payments.Unknown();
    } catch (JacksonException notJson) {
      return new Payments.Unknown();
    }
  }

  private static Answer read(int status, JsonNode body, boolean asked) {
    String word = text(body, "status");
    String reference = text(body, "reference");
    String code = text(body, "code");
    if (status == DONE && word.equals("APPROVED") && !reference.isBlank()) {
      return new Payments.Approved(new ProviderReference(reference), java.util.Optional.empty());
    }
    if (status == DECLINED && word.equals("DECLINED") && !code.isBlank()) {
      return new Payments.Declined(code);
    }
    return asked && status == NO_SUCH_REQUEST && word.equals("NO_SUCH_REQUEST")
        ? new Payments.NotSent()
        : new Payments.Unknown();
  }

  private static boolean isAbout(Instruction instruction, JsonNode body) {
    String of = instruction.target().map(AttemptRef::key).map(key -> key.value()).orElse("");
    return text(body, "key").equals(instruction.key().value())
        && text(body, "amount").equals(instruction.amount().toString())
        && text(body, "of").equals(of);
  }

  private static String text(JsonNode body, String name) {
    return body.path(name).asString("");
  }
}
