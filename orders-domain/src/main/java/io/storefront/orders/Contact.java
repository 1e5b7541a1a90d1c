package io.storefront.orders;

import java.util.Optional;

/**
 * Whom to ask about this one order, where it is not the customer.
 *
 * @param name at most 200 characters
 * @param email at most 254 characters
 * @param phone at most 40 characters
 */
public record Contact(Optional<String> name, Optional<String> email, Optional<String> phone) {
  /** Nobody but the customer. */
  public static final Contact NONE =
      new Contact(Optional.empty(), Optional.empty(), Optional.empty());

  /** The longest name. */
  public static final int MAX_NAME = 200;

  /** The longest e-mail address. */
  public static final int MAX_EMAIL = 254;

  /** The longest phone number. */
  public static final int MAX_PHONE = 40;

  /** Refuses over-long and unclean text with {@link IllegalArgumentException}. */
  public Contact {
    name.ifPresent(text -> Texts.require("contact name", text, MAX_NAME));
    email.ifPresent(text -> Texts.require("contact email", text, MAX_EMAIL));
    phone.ifPresent(text -> Texts.require("contact phone", text, MAX_PHONE));
  }
}
