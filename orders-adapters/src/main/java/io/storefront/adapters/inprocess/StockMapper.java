package io.storefront.adapters.inprocess;

import io.storefront.inventory.ClaimOwner;
import io.storefront.inventory.ClaimedLine;
import io.storefront.inventory.Shortage;
import io.storefront.inventory.StockClaim;
import io.storefront.orders.OrderId;
import java.util.List;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.factory.Mappers;

/** Claims and shortages in each other's words. */
@Mapper
interface StockMapper {
  StockMapper INSTANCE = Mappers.getMapper(StockMapper.class);

  @Mapping(target = "owner", source = "order")
  StockClaim claim(io.storefront.orders.StockClaim claim);

  List<io.storefront.orders.Shortage> shortages(List<Shortage> shortages);

  ClaimOwner owner(OrderId order);

  default ClaimedLine line(io.storefront.orders.StockClaim.Line line) {
    return new ClaimedLine(
        sku(line.sku()),
        Math.toIntExact(line.reserved()),
        Math.toIntExact(line.shipped()),
        Math.toIntExact(line.restocked()));
  }

  io.storefront.inventory.Sku sku(io.storefront.orders.Sku sku);

  io.storefront.orders.Sku sku(io.storefront.inventory.Sku sku);
}
