package io.storefront.app.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.storefront.app.access.StorefrontQueue;
import io.storefront.app.answers.IdempotencyKey;
import io.storefront.app.json.Findings;
import io.storefront.app.json.JsonObject;
import io.storefront.app.json.JsonValue;
import io.storefront.app.json.StrictJson;
import io.storefront.app.problem.ProblemType;
import io.storefront.app.problem.Refused;
import io.storefront.app.resource.Call;
import io.storefront.app.resource.Query;
import io.storefront.app.resource.Route;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * A message that asks for an order: CloudEvents 1.0 in JSON, with the body of POST /v1/orders as
 * its data. Attributes of one's own are let through, as that specification wants it.
 *
 * @param id becomes the request's idempotency key
 * @param body JSON in UTF-8
 */
@SuppressWarnings("ArrayRecordComponent") // bytes are handed on and never changed
record PlacementMessage(String id, byte[] body) {
  static final String TYPE = "order.placement.requested.v1";
  private static final String SOURCE = "/v1/storefronts/";
  private static final String NO_ID = "-";

  /**
   * Reads a message that came out of this queue.
   *
   * @throws Refused when it is none, or another storefront's
   */
  static PlacementMessage read(StorefrontQueue queue, String message) {
    Findings findings = new Findings();
    PlacementMessage read =
        StrictJson.read(message.getBytes(UTF_8), findings, event -> read(queue, event));
    findings.refuseInvalid();
    if (read.body().length > ApiRequest.MAX_BODY) {
      throw new Refused(
          ProblemType.TOO_LARGE, "The data must be at most " + ApiRequest.MAX_BODY + " bytes.");
    }
    return read;
  }

  private static PlacementMessage read(StorefrontQueue queue, JsonObject event) {
    requireWord(event.required("specversion"), "1.0");
    requireWord(event.required("type"), TYPE);
    requireWord(event.required("source"), SOURCE + queue.storefront());
    event
        .nullable("datacontenttype")
        .filter(type -> !type.isNull())
        .ifPresent(type -> requireWord(type, "application/json"));
    String id =
        event
            .required("id")
            .text(
                IdempotencyKey::isBare,
                "must be 1 to 255 visible ASCII characters that do not begin with a quotation mark",
                Function.identity(),
                NO_ID);
    String data = event.required("data").json();
    event.ignoreRest();
    return new PlacementMessage(id, data.getBytes(UTF_8));
  }

  private static void requireWord(JsonValue value, String word) {
    value.text(word::equals, "must be " + word, Function.identity(), word);
  }

  /** The request that it stands for. */
  Call call(Route route, StorefrontQueue queue) {
    Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.put("Idempotency-Key", List.of(id));
    return new Call(route, Map.of(), Query.parse(""), headers, body, queue.caller());
  }
}
