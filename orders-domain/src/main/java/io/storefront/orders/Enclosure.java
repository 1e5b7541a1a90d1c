package io.storefront.orders;

/**
 * What a caller wants stored in the same commit as the order, for example the answer that a
 * repeated request will get. Storage hands it on untouched; the domain never looks inside.
 */
public interface Enclosure {
  /** Nothing. */
  Enclosure NONE = new Enclosure() {};
}
