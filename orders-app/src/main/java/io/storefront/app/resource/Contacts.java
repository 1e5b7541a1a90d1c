package io.storefront.app.resource;

import io.storefront.app.json.JsonObject;
import io.storefront.app.json.JsonValue;
import io.storefront.orders.Contact;
import io.storefront.orders.Particulars;
import io.storefront.orders.Texts;
import java.util.HashMap;
import java.util.Map;

/** Reads what a storefront adds to an order in its own words. */
final class Contacts {
  private Contacts() {}

  static Contact read(JsonObject contact) {
    return new Contact(
        contact.optional("name").map(value -> value.text(Contact.MAX_NAME)),
        contact.optional("email").map(value -> value.text(Contact.MAX_EMAIL)),
        contact.optional("phone").map(value -> value.text(Contact.MAX_PHONE)));
  }

  static Map<String, String> metadata(JsonValue value) {
    Map<String, String> entries =
        value.object(
            fields -> fields.entries(each -> each.freeText(Particulars.MAX_METADATA_VALUE)));
    Map<String, String> kept = new HashMap<>();
    entries.forEach(
        (key, text) -> {
          if (requireKey(key, value) && kept.size() < Particulars.MAX_METADATA) {
            kept.put(key, text);
          }
        });
    if (entries.size() > Particulars.MAX_METADATA) {
      value.invalid("must have at most " + Particulars.MAX_METADATA + " entries");
    }
    return kept;
  }

  /** Whether it can be a key of metadata; notes where it cannot. */
  static boolean requireKey(String key, JsonValue metadata) {
    boolean isKey = !key.isBlank() && Texts.isClean(key, Particulars.MAX_METADATA_KEY);
    if (!isKey) {
      metadata.invalid(
          "must have keys of 1 to "
              + Particulars.MAX_METADATA_KEY
              + " characters without control characters");
    }
    return isKey;
  }
}
