package io.storefront.reliability.simulation;

/**
 * One call of an actor to a port.
 *
 * @param number 1, 2, 3 … of this actor
 * @param method such as {@code Orders.commit}
 */
record Call(String actor, int number, String method) {
  @Override
  public String toString() {
    return actor + "#" + number + " " + method;
  }
}
