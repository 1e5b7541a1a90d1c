package io.storefront.app.resource;

import io.storefront.app.json.JsonObject;
import io.storefront.app.json.JsonValue;
import io.storefront.orders.Contact;
import java.util.Optional;

/** A merge patch of whom to ask about an order. */
record ContactPatch(PatchedText name, PatchedText email, PatchedText phone) {
  private static final PatchedText REMOVED = new PatchedText(true, Optional.empty());
  private static final PatchedText KEPT = new PatchedText(false, Optional.empty());

  static ContactPatch read(Optional<JsonValue> field) {
    if (field.isEmpty()) {
      return new ContactPatch(KEPT, KEPT, KEPT);
    }
    return field.get().isNull()
        ? new ContactPatch(REMOVED, REMOVED, REMOVED)
        : field.get().object(ContactPatch::fields);
  }

  Contact applied(Contact known) {
    return new Contact(
        name.applied(known.name()), email.applied(known.email()), phone.applied(known.phone()));
  }

  private static ContactPatch fields(JsonObject patch) {
    return new ContactPatch(
        text(patch, "name", Contact.MAX_NAME),
        text(patch, "email", Contact.MAX_EMAIL),
        text(patch, "phone", Contact.MAX_PHONE));
  }

  private static PatchedText text(JsonObject patch, String name, int max) {
    return PatchedText.read(patch.nullable(name), value -> value.text(max));
  }
}
