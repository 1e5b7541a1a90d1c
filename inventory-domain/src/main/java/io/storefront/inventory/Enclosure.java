package io.storefront.inventory;

/**
 * What the caller wants stored in the same commit. The domain and its rules never look inside;
 * storage hands it on untouched. An implementer that stores none may take {@link #NONE} only.
 */
public interface Enclosure {

  /** Nothing is to be stored beside the commit. */
  Enclosure NONE = NoEnclosure.INSTANCE;
}
