package io.storefront.inventory;

/**
 * Turns an outcome into what is to be stored with it. It is called right before the commit that
 * changes something, once for each try of that commit, and not at all when nothing changes. Sealing
 * only computes: it reads and writes nothing, because a storage may be holding locks meanwhile.
 *
 * @param <O> the outcome that is sealed
 */
@FunctionalInterface
public interface Receipt<O> {

  Enclosure seal(O outcome);

  /** For callers that store nothing beside the commit. */
  static <O> Receipt<O> none() {
    return outcome -> Enclosure.NONE;
  }
}
