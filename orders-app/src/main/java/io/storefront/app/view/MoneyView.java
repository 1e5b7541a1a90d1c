package io.storefront.app.view;

/** An amount with exactly the currency's decimals. */
public record MoneyView(String amount, String currency) {}
