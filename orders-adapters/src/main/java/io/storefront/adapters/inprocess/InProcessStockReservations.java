package io.storefront.adapters.inprocess;

import static java.util.stream.Collectors.toMap;

import io.storefront.inventory.StockLevel;
import io.storefront.inventory.port.StockItems;
import io.storefront.inventory.usecase.ClaimStock;
import io.storefront.orders.PortUnavailable;
import io.storefront.orders.Sku;
import io.storefront.orders.StockClaim;
import io.storefront.orders.port.StockReservations;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

final class InProcessStockReservations implements StockReservations {
  private final ClaimStock claimStock;
  private final StockItems stock;

  InProcessStockReservations(ClaimStock claimStock, StockItems stock) {
    this.claimStock = claimStock;
    this.stock = stock;
  }

  @Override
  public ClaimAnswer claim(StockClaim claim) {
    return switch (asking(() -> claimStock.claim(StockMapper.INSTANCE.claim(claim)))) {
      case ClaimStock.Outcome.Held held -> new Held();
      case ClaimStock.Outcome.Short no -> new Short(StockMapper.INSTANCE.shortages(no.shortages()));
    };
  }

  @Override
  public Map<Sku, Long> available(Set<Sku> skus) {
    var levels = asking(() -> stock.levels(skus.stream().map(StockMapper.INSTANCE::sku).toList()));
    return skus.stream()
        .collect(
            toMap(
                Function.identity(),
                sku ->
                    Optional.ofNullable(levels.get(StockMapper.INSTANCE.sku(sku)))
                        .map(StockLevel::available)
                        .orElse(0L)));
  }

  private static <T> T asking(Supplier<T> question) {
    try {
      return question.get();
    } catch (io.storefront.inventory.PortUnavailable e) {
      throw new PortUnavailable("StockReservations", e);
    }
  }
}
