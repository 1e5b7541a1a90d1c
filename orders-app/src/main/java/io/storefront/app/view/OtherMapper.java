package io.storefront.app.view;

import io.storefront.app.access.ApiKey;
import io.storefront.app.access.Scope;
import io.storefront.app.access.Storefront;
import io.storefront.customers.Address;
import io.storefront.customers.Customer;
import io.storefront.inventory.Adjustment;
import io.storefront.inventory.Product;
import io.storefront.inventory.StockLevel;
import io.storefront.orders.StorefrontId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;

/** Everything but orders. */
@Mapper(config = ViewMapping.class)
interface OtherMapper {
  ProductView product(Product product);

  @Mapping(target = "available", expression = "java(level.available())")
  StockView stock(StockLevel level);

  @Mapping(target = "sku", source = "adjustment.sku")
  @Mapping(target = "stock", source = "level")
  AdjustmentView adjustment(Adjustment adjustment, StockLevel level);

  CustomerView customer(Customer customer);

  AddressView address(Address address);

  StorefrontView storefront(Storefront storefront);

  @Mapping(target = "key", source = "text")
  ApiKeyView key(ApiKey apiKey, Optional<String> text);

  default Optional<AddressView> maybe(Optional<Address> address) {
    return address.map(this::address);
  }

  default Optional<String> id(Optional<StorefrontId> storefront) {
    return storefront.map(StorefrontId::value);
  }

  default List<String> scopes(Set<Scope> scopes) {
    return scopes.stream().sorted().map(Scope::text).toList();
  }
}
