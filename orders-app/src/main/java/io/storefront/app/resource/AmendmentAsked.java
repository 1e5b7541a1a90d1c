package io.storefront.app.resource;

import io.storefront.app.json.Findings;
import io.storefront.app.json.JsonObject;
import io.storefront.app.json.JsonValue;
import io.storefront.orders.Order;
import io.storefront.orders.Particulars;
import io.storefront.orders.act.AmendOrder;
import io.storefront.orders.act.OrderAct;
import java.util.Optional;

/**
 * A merge patch of an order.
 *
 * @param address empty where it stays as it is
 */
record AmendmentAsked(
    Optional<AddressPatch> address,
    PatchedText method,
    ContactPatch contact,
    PatchedText note,
    MetadataPatch metadata)
    implements Asked<Particulars> {

  static AmendmentAsked read(JsonObject patch) {
    return new AmendmentAsked(
        patch.nullable("shippingAddress").map(AddressPatch::read),
        text(patch, "shippingMethod", Particulars.MAX_METHOD),
        ContactPatch.read(patch.nullable("contact")),
        text(patch, "note", Particulars.MAX_NOTE),
        MetadataPatch.read(patch.nullable("metadata")));
  }

  @Override
  public void check(Order order, Findings findings) {
    Particulars known = order.particulars();
    address.ifPresent(patch -> patch.requireWhole(known.address(), "/shippingAddress", findings));
    if (metadata.applied(known.metadata()).size() > Particulars.MAX_METADATA) {
      findings.invalid(
          "/metadata", "must come to at most " + Particulars.MAX_METADATA + " entries");
    }
  }

  @Override
  public OrderAct<Particulars> act(Order order) {
    Particulars known = order.particulars();
    return new AmendOrder(
        new Particulars(
            address.map(patch -> patch.applied(known.address())).orElse(known.address()),
            method.applied(known.method()),
            contact.applied(known.contact()),
            note.applied(known.note()),
            metadata.applied(known.metadata())));
  }

  private static PatchedText text(JsonObject patch, String name, int max) {
    return PatchedText.read(patch.nullable(name), (JsonValue value) -> value.text(max));
  }
}
