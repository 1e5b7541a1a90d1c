package io.storefront.adapters.inprocess;

import io.storefront.customers.Customer;
import io.storefront.orders.Address;
import io.storefront.orders.CustomerId;
import io.storefront.orders.CustomerSnapshot;
import java.util.Optional;
import org.mapstruct.Mapper;
import org.mapstruct.factory.Mappers;

/** Customers in the words of orders. */
@Mapper
interface CustomerMapper {
  CustomerMapper INSTANCE = Mappers.getMapper(CustomerMapper.class);

  CustomerSnapshot snapshot(Customer customer);

  Address address(io.storefront.customers.Address address);

  default Optional<Address> address(Optional<io.storefront.customers.Address> address) {
    return address.map(this::address);
  }

  CustomerId id(io.storefront.customers.CustomerId id);
}
