package io.storefront.reliability.simulation;

import io.storefront.orders.port.Payments.Instruction;

/**
 * Something that was sent to the provider.
 *
 * @param wasStored whether the storage held the order with this very attempt when it was sent
 */
record Asked(Instruction instruction, boolean wasStored) {}
