package io.storefront.reliability.simulation;

import io.storefront.app.port.Answers;
import io.storefront.orders.port.CustomerLookup;
import io.storefront.orders.port.Orders;
import io.storefront.orders.port.Payments;
import io.storefront.orders.port.ProductCatalog;
import io.storefront.orders.port.StockReservations;
import io.storefront.orders.port.UnfinishedOrders;

/** Whom a node calls. */
record Ports(
    Orders orders,
    UnfinishedOrders unfinished,
    StockReservations stock,
    Payments payments,
    CustomerLookup customers,
    ProductCatalog catalog,
    Answers answers) {}
