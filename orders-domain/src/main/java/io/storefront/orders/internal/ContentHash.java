package io.storefront.orders.internal;

import io.storefront.orders.Address;
import io.storefront.orders.Contact;
import io.storefront.orders.usecase.PlaceOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Tells whether two requests ask for the same: SHA-256 over everything a storefront sends but the
 * payment token. Each part goes in with its length, so that no two contents look alike.
 */
final class ContentHash {
  private final MessageDigest digest = sha256();

  private ContentHash() {}

  static String of(PlaceOrder.Command command) {
    ContentHash hash = new ContentHash();
    hash.add(command.customer()).add(command.shippingPrice());
    hash.add(command.reference()).add(command.expectedTotal());
    hash.add(command.lines().size());
    command.lines().forEach(hash::addLine);
    hash.add(command.particulars().address().isPresent());
    command.particulars().address().ifPresent(hash::addAddress);
    hash.add(command.particulars().method()).add(command.particulars().note());
    hash.addContact(command.particulars().contact());
    hash.add(new TreeMap<>(command.particulars().metadata()).size());
    new TreeMap<>(command.particulars().metadata()).forEach((k, v) -> hash.add(k).add(v));
    return HexFormat.of().formatHex(hash.digest.digest());
  }

  private void addLine(PlaceOrder.Line line) {
    add(line.sku()).add(line.quantity()).add(line.unitPrice());
    add(line.discounts().size());
    line.discounts().forEach(discount -> add(discount.code()).add(discount.amount()));
    add(line.taxes().size());
    line.taxes()
        .forEach(tax -> add(tax.name()).add(tax.rate()).add(tax.included()).add(tax.amount()));
  }

  private void addContact(Contact contact) {
    add(contact.name()).add(contact.email()).add(contact.phone());
  }

  private void addAddress(Address address) {
    add(address.name()).add(address.line1()).add(address.line2()).add(address.city());
    add(address.region()).add(address.postalCode()).add(address.country());
  }

  private ContentHash add(Object part) {
    Object value = part instanceof Optional<?> maybe ? maybe.map(Object::toString) : part;
    byte[] bytes = value.toString().getBytes(StandardCharsets.UTF_8);
    digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
    digest.update(bytes);
    return this;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
