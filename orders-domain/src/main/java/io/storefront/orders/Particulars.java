package io.storefront.orders;

import java.util.Map;
import java.util.Optional;

/**
 * What may still be changed after placing without touching goods or money.
 *
 * @param address where the goods go; absent where nothing is shipped
 * @param method the storefront's name for the way of shipping, at most 100 characters
 * @param contact whom to ask
 * @param note free text, at most 500 characters
 * @param metadata the storefront's own keys and values: at most 20, keys of at most 40 and values
 *     of at most 500 characters
 */
public record Particulars(
    Optional<Address> address,
    Optional<String> method,
    Contact contact,
    Optional<String> note,
    Map<String, String> metadata) {
  /** Nothing said. */
  public static final Particulars NONE =
      new Particulars(Optional.empty(), Optional.empty(), Contact.NONE, Optional.empty(), Map.of());

  /** The longest name of a shipping method. */
  public static final int MAX_METHOD = 100;

  /** The longest note. */
  public static final int MAX_NOTE = 500;

  /** The most metadata entries. */
  public static final int MAX_METADATA = 20;

  /** The longest metadata key. */
  public static final int MAX_METADATA_KEY = 40;

  /** The longest metadata value. */
  public static final int MAX_METADATA_VALUE = 500;

  /** Refuses what the components' descriptions exclude with {@link IllegalArgumentException}. */
  public Particulars {
    method.ifPresent(text -> Texts.require("shipping method", text, MAX_METHOD));
    note.ifPresent(text -> Texts.require("note", text, MAX_NOTE));
    metadata = Map.copyOf(metadata);
    if (metadata.size() > MAX_METADATA) {
      throw new IllegalArgumentException("metadata has at most " + MAX_METADATA + " entries");
    }
    metadata.forEach(
        (key, value) -> {
          Texts.require("metadata key", key, MAX_METADATA_KEY);
          if (!Texts.isClean(value, MAX_METADATA_VALUE)) {
            throw new IllegalArgumentException(
                "metadata value must be at most " + MAX_METADATA_VALUE + " clean characters");
          }
        });
  }

  /** The same, shipped to this address. */
  public Particulars shippedTo(Optional<Address> to) {
    return new Particulars(to, method, contact, note, metadata);
  }
}
