package io.storefront.orders;

/**
 * What the provider wants the customer to do before it decides, such as 3-D Secure.
 *
 * @param type what to do, for example {@code redirect}
 * @param url where to do it
 */
public record NextAction(String type, String url) {}
