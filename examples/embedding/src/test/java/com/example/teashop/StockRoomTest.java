package com.example.teashop;

import io.storefront.orders.Sku;
import io.storefront.orders.port.StockReservations;
import io.storefront.orders.testkit.StockReservationsContract;

class StockRoomTest implements StockReservationsContract {
  private final StockRoom room = new StockRoom();

  @Override
  public StockReservations stock() {
    return room;
  }

  @Override
  public void receive(Sku sku, int units) {
    room.receive(sku, units);
  }

  @Override
  public void goAway() {
    room.close();
  }
}
