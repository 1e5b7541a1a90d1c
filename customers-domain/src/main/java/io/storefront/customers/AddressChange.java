package io.storefront.customers;

import java.util.Optional;

/** What becomes of a customer's default address; an address is always replaced as a whole. */
public sealed interface AddressChange {

  /** The default address after this change. */
  Optional<Address> appliedTo(Optional<Address> current);

  /** Stays as it is. */
  record Keep() implements AddressChange {
    @Override
    public Optional<Address> appliedTo(Optional<Address> current) {
      return current;
    }
  }

  /** This one from now on. */
  record Set(Address address) implements AddressChange {
    @Override
    public Optional<Address> appliedTo(Optional<Address> current) {
      return Optional.of(address);
    }
  }

  /** None from now on. */
  record Remove() implements AddressChange {
    @Override
    public Optional<Address> appliedTo(Optional<Address> current) {
      return Optional.empty();
    }
  }
}
